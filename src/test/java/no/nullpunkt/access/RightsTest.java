package no.nullpunkt.access;

import static no.nullpunkt.access.RightsTable.ALLOWED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.testing.Browser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Asks every operation of the contract and every page as everyone who may ask, and holds the answers against the table
 * of rights. Operations are read from the document that is served, and pages from the classes, so a new one fails here
 * until it stands in the table. Whoever may is sure to have done it: each request is right, and for something new.
 */
@QuarkusTest
class RightsTest {

    private static final boolean UPDATE = Boolean.getBoolean("rights.update");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String TENANT = "/api/v1/municipalities/{number}";
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /**
     * @param name in the table and the {@link Requests}: of an operation its id, of a page its method and path
     */
    private record Operation(String name, String method, String path, boolean page) {}

    private PreparedMunicipality it;
    private Requests requests;

    @TestFactory
    List<DynamicTest> everyoneIsAnsweredAsTheTableSays() throws IOException {
        it = new PreparedMunicipality();
        requests = new Requests(it);
        var operations = new ArrayList<>(operations());
        operations.addAll(pages());
        var table = UPDATE ? Map.<String, List<String>>of() : RightsTable.read();
        var found = new LinkedHashMap<String, List<String>>();
        var tests = new ArrayList<DynamicTest>();
        for (var operation : operations) {
            requests.of(operation.name)
                    .forEach((way, request) -> tests.add(dynamicTest(way, () -> {
                        var row = row(operation, way);
                        found.put(row, answers(operation, request));
                        assertTrue(found.get(row).contains(ALLOWED), () -> "nobody may: " + found.get(row));
                        if (!UPDATE) {
                            assertEquals(titled(table.get(row)), titled(found.get(row)), row);
                        }
                    })));
        }
        tests.add(dynamicTest("the table and the requests hold nothing that is gone", () -> {
            if (UPDATE) {
                RightsTable.write(found);
            }
            assertEquals(List.copyOf(RightsTable.read().keySet()), List.copyOf(found.keySet()));
            var known = operations.stream().map(Operation::name).toList();
            assertEquals(
                    List.of(),
                    requests.operations().stream()
                            .filter(name -> !known.contains(name))
                            .toList());
        }));
        return tests;
    }

    private static String row(Operation operation, String way) {
        var path = operation.path.replace(TENANT, "…");
        var special = way.substring(operation.name.length());
        return operation.page
                ? "`%s`%s".formatted(way.substring(0, operation.name.length()), special)
                : "`%s %s` %s%s".formatted(operation.method, path, operation.name, special);
    }

    private static Map<String, String> titled(List<String> cells) {
        var titled = new LinkedHashMap<String, String>();
        for (var asker : Asker.values()) {
            titled.put(asker.title, cells == null ? "?" : cells.get(asker.ordinal()));
        }
        return titled;
    }

    /** What is asked stays for the next one until someone has done it. */
    private List<String> answers(Operation operation, Supplier<Asked> request) {
        var asked = request.get();
        var answers = new ArrayList<String>();
        for (var asker : Asker.values()) {
            var alike = new LinkedHashSet<String>();
            for (var sender : senders(operation, asker)) {
                var answer = told(operation, asked, sender.apply(asked));
                alike.add(answer);
                if (answer.equals(ALLOWED)) {
                    asked = request.get();
                }
            }
            answers.add(String.join(" or ", alike));
        }
        if (!asked.openToOthers && requests.path(operation.path, asked).matches(".*" + ID + ".*")) {
            assertNotThereForOthers(operation, asked, answers);
        }
        return answers;
    }

    private List<Function<Asked, Response>> senders(Operation operation, Asker asker) {
        if (operation.page) {
            return List.of(asked -> {
                var browser = asked.endsSession ? it.signedIn(asker) : it.browser(asker);
                return visit(
                        browser, operation, requests.path(operation.path, asked) + "?kommune=" + it.here.number, asked);
            });
        }
        return switch (asker) {
            case NOBODY -> List.of(asked -> send(RestAssured.given(), operation, asked));
            case ELSEWHERE ->
                Arrays.stream(Role.values())
                        .<Function<Asked, Response>>map(
                                role -> asked -> send(it.elsewhere.anywhere(role), operation, asked))
                        .toList();
            default -> List.of(asked -> send(it.as(asker).basePath(""), operation, asked));
        };
    }

    /** Who may do it here may do it in a municipality of their own, but not with what is ours. */
    private void assertNotThereForOthers(Operation operation, Asked asked, List<String> answers) {
        var page = requests.path(operation.path, asked) + "?kommune=" + it.elsewhere.number;
        asked.at("number", it.elsewhere.number);
        for (var asker : Asker.BY_ROLE) {
            if (answers.get(asker.ordinal()).equals(ALLOWED)) {
                var role = Role.valueOf(asker.name());
                var answer = operation.page
                        ? visit(it.signedInElsewhere(role), operation, page, asked)
                        : send(it.elsewhere.anywhere(role), operation, asked);
                assertEquals(404, answer.statusCode(), operation.name + " with another municipality's ids by " + role);
            }
        }
    }

    private Response send(RequestSpecification request, Operation operation, Asked asked) {
        request.contentType(asked.contentType).queryParams(asked.query).urlEncodingEnabled(false);
        if (!operation.method.equals("GET")) {
            request.header("If-Match", "*");
        }
        if (asked.body instanceof byte[] bytes) {
            request.body(bytes);
        } else if (asked.body != null) {
            request.body(asked.body);
        }
        return request.request(operation.method, requests.path(operation.path, asked));
    }

    private static Response visit(Browser browser, Operation operation, String address, Asked asked) {
        if (operation.method.equals("GET")) {
            var more = asked.query.entrySet().stream()
                    .map(parameter -> "&" + parameter.getKey() + "=" + parameter.getValue())
                    .collect(Collectors.joining());
            return browser.get(address + more);
        }
        var fields = asked.form.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return browser.post(address, fields);
    }

    private static String told(Operation operation, Asked asked, Response answer) {
        var status = answer.statusCode();
        if (operation.page) {
            if (status == 303 && answer.header("Location").contains(SignInPages.PATH + "?" + SignInPages.ONWARDS)) {
                return "401";
            }
            if (asked.doneByRedirect && status == 200) {
                return "–";
            }
        }
        if (status >= 200 && status < 400
                || asked.byProvider && Set.of(401, 503).contains(status)) {
            return ALLOWED;
        }
        assertTrue(
                Set.of(401, 403, 404).contains(status),
                () -> operation + " answered neither yes nor no: " + status + " " + answer.asString());
        return String.valueOf(status);
    }

    @SuppressWarnings("unchecked")
    private static List<Operation> operations() throws IOException {
        Map<String, Object> document;
        try (InputStream served = RestAssured.get("/openapi").asInputStream()) {
            document = new Yaml().load(served);
        }
        var operations = new ArrayList<Operation>();
        ((Map<String, Map<String, Object>>) document.get("paths"))
                .forEach((path, item) -> item.forEach((key, value) -> {
                    if (METHODS.contains(key)) {
                        var name = ((Map<String, String>) value).get("operationId");
                        operations.add(new Operation(name, key.toUpperCase(Locale.ROOT), path, false));
                    }
                }));
        return operations;
    }

    private static List<Operation> pages() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("no.nullpunkt").stream()
                        .filter(type -> type.getSimpleName().endsWith("Pages") && type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(GET.class) || method.isAnnotatedWith(POST.class))
                        .map(RightsTest::page)
                        .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                        .toList();
    }

    private static Operation page(JavaMethod method) {
        var path = (path(method.getOwner()) + "/"
                        + method.tryGetAnnotationOfType(Path.class)
                                .map(Path::value)
                                .orElse(""))
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
        var verb = method.isAnnotatedWith(GET.class) ? "GET" : "POST";
        return new Operation(verb + " " + path, verb, path, true);
    }

    private static String path(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value();
    }
}
