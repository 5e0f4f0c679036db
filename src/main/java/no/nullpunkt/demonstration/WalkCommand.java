package no.nullpunkt.demonstration;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.regex.Pattern;

/** Walks files from the command line: {@code walk samples/01-….http [--host=…] [--kommune=…] [--answers]}. */
public final class WalkCommand {

    private static final String USAGE = """
            walk FILE... [--answers] [--VARIABLE=VALUE]...

              Sends the requests of the files in order, and stops at the first that goes wrong.
              --answers          prints what was answered
              --VARIABLE=VALUE   stands instead of the file's @VARIABLE: --host=http://127.0.0.1:8080 --kommune=9999

            Files that come with the service:
              %s
            """.formatted(String.join("\n  ", Samples.ALL));
    private static final Pattern OVERRIDE = Pattern.compile("--(\\w+)=(.*)");

    private final PrintStream out;
    private final PrintStream err;

    public WalkCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return the exit code: 0 when all went well, 1 when a walk stopped, 2 when the arguments made no sense */
    public int run(String... arguments) {
        var paths = new ArrayList<String>();
        var overrides = new HashMap<String, String>();
        var answers = false;
        for (var argument : arguments) {
            var override = OVERRIDE.matcher(argument);
            if (override.matches()) {
                overrides.put(override.group(1), override.group(2));
            } else if (argument.equals("--answers")) {
                answers = true;
            } else if (argument.startsWith("-")) {
                err.print(USAGE);
                return 2;
            } else {
                paths.add(argument);
            }
        }
        if (paths.isEmpty()) {
            err.print(USAGE);
            return 2;
        }
        try {
            var client = HttpClient.newHttpClient();
            for (var path : paths) {
                var file = Samples.read(path);
                Walk.run(client, file, overrides, printing(file, answers));
            }
            return 0;
        } catch (WalkException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private Walk.Listener printing(HttpFile file, boolean answers) {
        return new Walk.Listener() {
            @Override
            public void answered(HttpFile.Request request, Answer answer) {
                out.printf("%s:%d  %d  %s%n", file.name(), request.line(), answer.status(), request.title());
                if (answers && answer.body().length > 0) {
                    out.println(answer.text());
                }
            }
        };
    }
}
