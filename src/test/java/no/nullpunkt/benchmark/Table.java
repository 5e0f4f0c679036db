package no.nullpunkt.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** What a benchmark measured, printed and added to {@code target/benchmarks.md} row by row. */
public final class Table {

    private static final Path FILE = Path.of("target", "benchmarks.md");

    /** What is timed. */
    public interface Timed {

        void run() throws Exception;
    }

    public Table(String title) throws IOException {
        this(title, "floor", "ours");
    }

    /** @param floor what the columns before the ratio compare with what */
    public Table(String title, String floor, String ours) throws IOException {
        write("\n## " + title + "\n\n| | " + floor + ", ms: median | p95 | " + ours
                + ", ms: median | p95 | ratio | wanted |\n|---|---:|---:|---:|---:|---:|---|\n");
    }

    /**
     * Runs both alternately, so that whatever else the machine does falls on both, after as many rounds again to warm up.
     *
     * @param wanted such as {@code "at most 3"}; empty where nothing is
     * @return our median in milliseconds
     */
    public double compare(String name, int rounds, String wanted, Timed floor, Timed ours) throws Exception {
        var floors = new double[rounds];
        var times = new double[rounds];
        for (int i = -rounds; i < rounds; i++) {
            var floorTook = milliseconds(floor);
            var took = milliseconds(ours);
            if (i >= 0) {
                floors[i] = floorTook;
                times[i] = took;
            }
        }
        row(name, floors, times, wanted);
        return median(times);
    }

    public void row(String name, double[] floors, double[] times, String wanted) throws IOException {
        write(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %s |%n",
                name,
                median(floors),
                p95(floors),
                median(times),
                p95(times),
                median(times) / median(floors),
                wanted));
    }

    /** A row without a floor: its figure is for the eye. */
    public void row(String name, double[] times) throws IOException {
        write(String.format(Locale.ROOT, "| %s | | | %.2f | %.2f | | |%n", name, median(times), p95(times)));
    }

    /** Says how time grows when the input grows tenfold: 1 is in proportion. */
    public void growth(String name, double small, double tenfold) throws IOException {
        write(String.format(
                Locale.ROOT,
                "| %s: exponent of growth | | | | | %.2f | at most 1.1 |%n",
                name,
                Math.log10(tenfold / small)));
    }

    /** Ends the table with what it does not tell. */
    public void note(String text) throws IOException {
        write("\n" + text + "\n");
    }

    public static double milliseconds(Timed timed) throws Exception {
        var start = System.nanoTime();
        timed.run();
        return (System.nanoTime() - start) / 1e6;
    }

    public static double median(double[] times) {
        return rank(times, 0.5);
    }

    static double p95(double[] times) {
        return rank(times, 0.95);
    }

    private static double rank(double[] times, double share) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static void write(String text) throws IOException {
        System.out.print(text);
        Files.writeString(FILE, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
