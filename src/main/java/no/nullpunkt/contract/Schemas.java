package no.nullpunkt.contract;

import io.smallrye.openapi.api.util.FilterUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Gives the schemas good names and says what is true of all of them. */
final class Schemas {

    private static final String COMPONENT = "#/components/schemas/";

    /** Types of Java that JSON writes as text: their format tells more than a name would. */
    private static final Set<String> TEXTUAL = Set.of("UUID", "LocalDate", "Instant", "YearMonth");

    private final OpenAPI contract;
    private final Map<String, Schema> schemas;

    private Schemas(OpenAPI contract) {
        this.contract = contract;
        this.schemas = new TreeMap<>(contract.getComponents().getSchemas());
    }

    static void tidy(OpenAPI contract) {
        var all = new Schemas(contract);
        all.tidyEach();
        all.nameLists();
        all.requireWhatIsSent();
        contract.getComponents().setSchemas(all.schemas);
    }

    /** The name of the schema referred to, also where null is the other choice; null where none is. */
    static String nameOf(Schema schema) {
        var ref = schema.getRef() == null && schema.getAnyOf() != null
                ? schema.getAnyOf().get(0).getRef()
                : schema.getRef();
        return ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1);
    }

    private void tidyEach() {
        var textual = new HashMap<String, Schema>();
        TEXTUAL.forEach(name -> textual.put(name, schemas.remove(name)));
        each(schema -> {
            var target = textual.get(nameOf(schema));
            if (target != null) {
                var nullable = schema.getAnyOf() != null;
                schema.setRef(null);
                schema.setAnyOf(null);
                schema.setType(nullable ? List.of(SchemaType.STRING, SchemaType.NULL) : List.of(SchemaType.STRING));
                schema.setFormat(target.getFormat());
                schema.setPattern(target.getFormat() == null ? target.getPattern() : null);
            } else if (nameOf(schema) != null) {
                schema.setType((List<SchemaType>) null);
            }
            // The twenty decimals are a limit of size. As a multiple, which binary fractions miss, they refuse 0.1.
            schema.setMultipleOf(null);
        });
    }

    /** A page of units is a {@code UnitPage}, a history of them a {@code UnitHistory}, whatever their classes are called. */
    private void nameLists() {
        var names = new HashMap<String, String>();
        for (var name : List.copyOf(schemas.keySet())) {
            var properties = schemas.get(name).getProperties();
            if (properties == null || !properties.containsKey("items")) {
                continue;
            }
            if (name.startsWith("Page")) {
                properties.get("next").setType(List.of(SchemaType.STRING, SchemaType.NULL));
                properties.get("next").setDescription("The cursor of the part that follows, or null at the end");
                names.put(name, nameOf(properties.get("items").getItems()) + "Page");
            } else if (name.startsWith("History")) {
                var version = properties.get("items").getItems();
                var thing = nameOf(version.getProperties().get("state"));
                schemas.put(thing + "Version", version);
                properties.get("items").setItems(OASFactory.createSchema().ref(thing + "Version"));
                names.put(name, thing + "History");
            }
        }
        names.forEach((name, better) -> schemas.put(better, schemas.remove(name)));
        each(schema -> {
            var name = names.get(nameOf(schema));
            if (schema.getRef() != null && name != null) {
                schema.setRef(COMPONENT + name);
            }
        });
    }

    /** An answer always has all its fields, null where there is nothing; a request has no others than are named. */
    private void requireWhatIsSent() {
        var asked = reachable(
                operations().map(Operation::getRequestBody).map(body -> body == null ? null : body.getContent()));
        var answered = reachable(operations()
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(response -> response.getContent()));
        schemas.keySet()
                .removeIf(name -> !asked.contains(name) && !answered.contains(name) && !name.startsWith("Problem"));
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() == null || name.startsWith("Problem")) {
                return;
            }
            if (!asked.contains(name) && answered.contains(name)) {
                schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
            }
            if (asked.contains(name) && !answered.contains(name)) {
                schema.setAdditionalPropertiesBoolean(false);
            }
        });
    }

    private Stream<Operation> operations() {
        return contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private Set<String> reachable(Stream<Content> contents) {
        var names = new TreeSet<String>();
        var next = new ArrayDeque<Schema>();
        contents.filter(content -> content != null)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .filter(mediaType -> mediaType.getSchema() != null)
                .forEach(mediaType -> next.add(mediaType.getSchema()));
        while (!next.isEmpty()) {
            var schema = next.pop();
            if (nameOf(schema) != null && names.add(nameOf(schema))) {
                next.add(schemas.get(nameOf(schema)));
            }
            children(schema).forEach(next::add);
        }
        return names;
    }

    private static Stream<Schema> children(Schema schema) {
        var children = new ArrayList<Schema>();
        if (schema.getProperties() != null) {
            children.addAll(schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            children.add(schema.getItems());
        }
        if (schema.getAnyOf() != null) {
            children.addAll(schema.getAnyOf());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            children.add(schema.getAdditionalPropertiesSchema());
        }
        return children.stream();
    }

    private void each(Consumer<Schema> change) {
        FilterUtil.applyFilter(
                new OASFilter() {
                    @Override
                    public Schema filterSchema(Schema schema) {
                        change.accept(schema);
                        return schema;
                    }
                },
                contract);
    }
}
