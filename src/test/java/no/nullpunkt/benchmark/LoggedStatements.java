package no.nullpunkt.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What a PostgreSQL that logs every statement with its duration has said while a request was made some times. */
final class LoggedStatements {

    private static final Pattern LINE =
            Pattern.compile("duration: ([\\d.]+) ms  (parse|bind|execute|statement)[^:]*: ([^\\n]*)");

    /** By what is in the first line of a statement; the first that fits counts. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("nullpunkt.reach", "telling the connection what it reaches");
        KINDS.put("account", "authentication");
        KINDS.put("sign_in_failure", "authentication");
        KINDS.put("begin_change", "begin_change");
        KINDS.put("BEGIN", "begin_change");
        KINDS.put("COMMIT", "commit, to the disk");
        KINDS.put("insert into measurement", "insert");
        KINDS.put("municipality_number", "municipality and grants");
        KINDS.put("recursive below", "municipality and grants");
        KINDS.put("", "reading series, value and closed months");
    }

    private final Map<String, Double> milliseconds = new LinkedHashMap<>();
    private final double count;

    /** @param times how often the request was made */
    LoggedStatements(String log, int times) {
        long statements = 0;
        for (var line = LINE.matcher(log); line.find(); ) {
            milliseconds.merge(kind(line.group(3)), Double.parseDouble(line.group(1)) / times, Double::sum);
            statements += line.group(2).equals("execute") || line.group(2).equals("statement") ? 1 : 0;
        }
        count = (double) statements / times;
    }

    private static String kind(String sql) {
        return KINDS.entrySet().stream()
                .filter(kind -> sql.contains(kind.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** Of each kind for one request, on average. */
    Map<String, Double> milliseconds() {
        return milliseconds;
    }

    /** For one request, on average. */
    double count() {
        return count;
    }
}
