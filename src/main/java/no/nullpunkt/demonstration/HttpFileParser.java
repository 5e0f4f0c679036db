package no.nullpunkt.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nullpunkt.demonstration.HttpFile.Header;
import no.nullpunkt.demonstration.HttpFile.Request;

/** Reads the common dialect, and refuses what the tools would read each in their own way. */
final class HttpFileParser {

    private static final Pattern SEPARATOR = Pattern.compile("###\\s*(.*)");
    private static final Pattern VARIABLE = Pattern.compile("@(\\w+)\\s*=\\s*(.*)");
    private static final Pattern META = Pattern.compile("(?:#|//)\\s*@(\\w+)\\s*(.*)");
    private static final Pattern COMMENT = Pattern.compile("(?:#|//).*");
    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\\s+(\\S+)(?:\\s+HTTP/[\\d.]+)?\\s*");
    private static final Pattern HEADER = Pattern.compile("([\\w-]+):\\s*(.*)");

    private final String name;
    private final List<String> lines;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private int at;

    private HttpFileParser(String name, String text) {
        this.name = name;
        this.lines = text.lines().toList();
    }

    /** @throws WalkException naming file and line, where the text is not of the dialect */
    static HttpFile parse(String name, String text) {
        return new HttpFileParser(name, text).parse();
    }

    private HttpFile parse() {
        var title = "";
        while (at < lines.size()) {
            var separator = SEPARATOR.matcher(lines.get(at));
            if (separator.matches()) {
                title = separator.group(1).strip();
                at++;
            }
            block(title);
        }
        return new HttpFile(name, Map.copyOf(variables), List.copyOf(requests));
    }

    /** Comments, variables and at most one request. */
    private void block(String title) {
        String requestName = null;
        Integer expected = null;
        for (; !atEndOfBlock(); at++) {
            var line = lines.get(at);
            Matcher match;
            if (line.isBlank()) {
                continue;
            }
            if ((match = META.matcher(line)).matches()) {
                switch (match.group(1)) {
                    case "name" -> requestName = match.group(2).strip();
                    case "expect" -> expected = status(match.group(2).strip());
                    default -> throw refusal("@" + match.group(1) + " is not common to the tools");
                }
            } else if ((match = VARIABLE.matcher(line)).matches()) {
                variables.put(match.group(1), match.group(2).strip());
            } else if (!COMMENT.matcher(line).matches()) {
                request(title, requestName, expected);
                return;
            }
        }
    }

    private void request(String title, String requestName, Integer expected) {
        var line = at + 1;
        var match = REQUEST.matcher(lines.get(at));
        if (!match.matches()) {
            throw refusal("expected a method and an address");
        }
        at++;
        var headers = headers();
        requests.add(new Request(line, title, requestName, expected, match.group(1), match.group(2), headers, body()));
    }

    private List<Header> headers() {
        var headers = new ArrayList<Header>();
        for (; !atEndOfBlock() && !lines.get(at).isBlank(); at++) {
            var match = HEADER.matcher(lines.get(at));
            if (!match.matches()) {
                throw refusal("expected a header, or an empty line before the body");
            }
            headers.add(new Header(match.group(1), match.group(2).strip()));
        }
        return List.copyOf(headers);
    }

    private String body() {
        var body = new ArrayList<String>();
        for (; !atEndOfBlock(); at++) {
            if (COMMENT.matcher(lines.get(at)).matches()) {
                throw refusal("a comment after a request begins is sent by some tools and not by others");
            }
            body.add(lines.get(at));
        }
        var text = String.join("\n", body).strip();
        return text.isEmpty() ? null : text;
    }

    private boolean atEndOfBlock() {
        return at >= lines.size() || lines.get(at).startsWith("###");
    }

    private Integer status(String text) {
        if (!text.matches("[1-5]\\d\\d")) {
            throw refusal("@expect takes a status such as 409");
        }
        return Integer.valueOf(text);
    }

    private WalkException refusal(String why) {
        return new WalkException(name + ":" + (at + 1) + ": " + why + ": " + lines.get(at));
    }
}
