package no.nullpunkt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A file system of a few mebibytes in memory (tmpfs), mounted where only the commands run {@link #within} it see it. It
 * takes no rights but those that Linux gives everyone in a user namespace, and ends with {@link #close}.
 */
public final class SmallDisk implements AutoCloseable {

    private static final Path DIRECTORIES = Path.of("target", "services");

    private final Path path;
    private final Process holder;

    private SmallDisk(Path path, Process holder) {
        this.path = path;
        this.holder = holder;
    }

    /** @throws IOException where the system mounts none for us */
    public static SmallDisk mount(int mebibytes) throws IOException {
        var path = Files.createTempDirectory(Files.createDirectories(DIRECTORIES), "disk")
                .toAbsolutePath();
        var holder = new ProcessBuilder(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o mode=700,size=" + mebibytes + "m tmpfs " + path
                                + " && echo mounted && exec sleep infinity")
                .redirectErrorStream(true)
                .start();
        var said = holder.inputReader().readLine();
        if (!"mounted".equals(said)) {
            holder.destroyForcibly();
            throw new IOException("No file system is mounted here: " + said);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(holder::destroyForcibly));
        return new SmallDisk(path, holder);
    }

    public Path path() {
        return path;
    }

    /** What a command begins with that is to see the disk. */
    List<String> within() {
        return List.of(
                "nsenter", "--target", String.valueOf(holder.pid()), "--user", "--mount", "--preserve-credentials");
    }

    /** Takes all the room that is left. */
    public void fill() {
        // It ends with an error, for there is never room enough.
        run("sh", "-c", "dd if=/dev/zero of=" + ballast() + " bs=64k 2>/dev/null; true");
    }

    /** Gives the room back. */
    public void clear() {
        run("rm", "-f", ballast());
    }

    private String ballast() {
        return path.resolve("ballast").toString();
    }

    void run(String... command) {
        var whole = new ArrayList<>(within());
        whole.addAll(List.of(command));
        try {
            var process = new ProcessBuilder(whole).inheritIO().start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("Failed: " + whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
