package no.nullpunkt.contract;

import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.nullpunkt.access.Creates;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.Once;
import no.nullpunkt.shared.MayCreate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Gives every operation what it shares with others: parameters, statuses, headers, problems and examples. */
final class Operations {

    private static final String TENANT = "{number}";
    private static final String JSON = "application/json";
    private static final List<HttpMethod> ORDER =
            List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<String> NEVER_MISREAD = Set.of("number", "Accept-Language");
    private static final Set<String> GIVEN_BY_DEFAULT = Set.of("OK", "Created", "No Content");
    private static final Map<String, String> DESCRIPTIONS =
            Map.of("200", "As it stands now", "201", "Created", "204", "Done, and nothing more to tell");

    private final OpenAPI contract;
    private final Map<String, MethodInfo> methods = new HashMap<>();
    private final Examples examples;

    Operations(OpenAPI contract, IndexView index) {
        this.contract = contract;
        this.examples = new Examples(contract.getComponents().getSchemas());
        var operation = DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
        for (var annotation : index.getAnnotations(operation)) {
            if (annotation.value("operationId") != null) {
                methods.put(
                        annotation.value("operationId").asString(),
                        annotation.target().asMethod());
            }
        }
    }

    void complete() {
        var completed = OASFactory.createPaths();
        new TreeMap<>(contract.getPaths().getPathItems()).forEach((path, item) -> {
            var inOrder = OASFactory.createPathItem();
            for (var verb : ORDER) {
                var operation = item.getOperations().get(verb);
                if (operation != null) {
                    complete(path, verb, operation);
                    inOrder.setOperation(verb, operation);
                }
            }
            completed.addPathItem(path, inOrder);
        });
        contract.setPaths(completed);
    }

    private void complete(String path, HttpMethod verb, Operation operation) {
        var method = methods.get(operation.getOperationId());
        if (method == null) {
            throw new IllegalStateException(verb + " " + path + " needs @Operation with an operationId");
        }
        completeParameters(path, operation, method);
        completeSuccess(operation, method);
        addProblems(path, verb, operation, method);
        addExamples(operation);
    }

    /** In the order of the path, then what may be asked for, then headers: generated clients take them in this order. */
    private void completeParameters(String path, Operation operation, MethodInfo method) {
        var parameters = new ArrayList<Parameter>();
        if (path.contains(TENANT)) {
            parameters.add(OASFactory.createParameter().ref("number"));
        }
        var given = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();
        given.stream()
                .sorted(Comparator.comparingInt(parameter -> place(path, parameter)))
                .forEach(parameter -> parameters.add(completed(path, parameter)));
        if (method.hasAnnotation(Creates.class) || method.hasAnnotation(Once.class)) {
            parameters.add(OASFactory.createParameter().ref("Idempotency-Key"));
        }
        parameters.add(OASFactory.createParameter().ref("Accept-Language"));
        operation.setParameters(parameters);
    }

    private int place(String path, Parameter parameter) {
        return switch (parameter.getIn()) {
            case PATH -> path.indexOf("{" + parameter.getName() + "}");
            case QUERY -> path.length() + (isShared(parameter) ? 1 : 0);
            default -> path.length() + 2;
        };
    }

    private boolean isShared(Parameter parameter) {
        return contract.getComponents().getParameters().containsKey(parameter.getName());
    }

    private Parameter completed(String path, Parameter parameter) {
        if (isShared(parameter)) {
            return OASFactory.createParameter().ref(parameter.getName());
        }
        if (parameter.getExample() == null && parameter.getIn() == Parameter.In.PATH) {
            parameter.setExample(exampleOf(path, parameter));
        }
        return parameter;
    }

    /** {@code /units/{id}} is the id of a unit. */
    private Object exampleOf(String path, Parameter parameter) {
        var name = parameter.getName();
        var collection = path.replaceFirst("s/\\{" + name + "}.*", "");
        var thing = collection.substring(collection.lastIndexOf('/') + 1);
        return examples.parameter(parameter.getSchema(), "id".equals(name) ? thing + "Id" : name);
    }

    private void completeSuccess(Operation operation, MethodInfo method) {
        var responses = OASFactory.createAPIResponses();
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                responses.addAPIResponse(successStatus(status, method), response);
            }
        });
        if (method.hasAnnotation(MayCreate.class)) {
            var changed = responses.getAPIResponse("200");
            responses.addAPIResponse("201", OASFactory.createAPIResponse().content(changed.getContent()));
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (response.getDescription() == null || GIVEN_BY_DEFAULT.contains(response.getDescription())) {
                response.setDescription(DESCRIPTIONS.get(status));
            }
            var properties = propertiesOf(response.getContent());
            if (properties.contains("version") || hasParameter(operation, "If-Match") && !"204".equals(status)) {
                response.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            }
            if (method.hasAnnotation(Creates.class) && properties.contains("id")) {
                response.addHeader("Location", OASFactory.createHeader().ref("Location"));
            }
        });
        operation.setResponses(responses);
    }

    private static String successStatus(String documented, MethodInfo method) {
        if (method.hasAnnotation(Creates.class)) {
            return "201";
        }
        return method.returnType().kind() == Type.Kind.VOID ? "204" : documented;
    }

    private Set<String> propertiesOf(Content content) {
        var json = content == null ? null : content.getMediaType(JSON);
        if (json == null || json.getSchema() == null || json.getSchema().getRef() == null) {
            return Set.of();
        }
        var schema = contract.getComponents().getSchemas().get(Schemas.nameOf(json.getSchema()));
        return schema.getProperties() == null
                ? Set.of()
                : schema.getProperties().keySet();
    }

    private void addProblems(String path, HttpMethod verb, Operation operation, MethodInfo method) {
        var statuses = new TreeSet<>(Set.of("500"));
        var writes = verb != HttpMethod.GET;
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("400", "413", "415", "422"));
        }
        if (operation.getParameters().stream().anyMatch(parameter -> !NEVER_MISREAD.contains(nameOf(parameter)))) {
            statuses.add("400");
        }
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (!method.hasAnnotation(PermitAll.class)) {
            statuses.addAll(List.of("401", "429"));
        }
        if (path.contains(TENANT)) {
            statuses.add("403");
        }
        if (method.declaringClass().hasDeclaredAnnotation(OfMunicipality.class)) {
            statuses.addAll(List.of("403", "404"));
        }
        if (writes) {
            statuses.add("409");
        }
        if (hasParameter(operation, "If-Match")) {
            statuses.addAll(List.of("412", "428"));
        }
        statuses.forEach(status -> operation
                .getResponses()
                .addAPIResponse(status, OASFactory.createAPIResponse().ref(status)));
    }

    private void addExamples(Operation operation) {
        if (operation.getRequestBody() != null) {
            forJson(
                    operation.getRequestBody().getContent(),
                    json -> json.setExample(examples.request(json.getSchema())));
        }
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getRef() == null)
                .forEach(response ->
                        forJson(response.getContent(), json -> json.setExample(examples.answer(json.getSchema()))));
    }

    /** Where the operation does not show an example of its own. */
    private static void forJson(Content content, Consumer<MediaType> change) {
        var json = content == null ? null : content.getMediaType(JSON);
        if (json != null && json.getExample() == null && json.getExamples() == null) {
            change.accept(json);
        }
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters().stream().anyMatch(parameter -> name.equals(nameOf(parameter)));
    }

    private static String nameOf(Parameter parameter) {
        var ref = parameter.getRef();
        return ref == null ? parameter.getName() : ref.substring(ref.lastIndexOf('/') + 1);
    }
}
