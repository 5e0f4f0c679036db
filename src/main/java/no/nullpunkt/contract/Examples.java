package no.nullpunkt.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Whole examples of requests and answers, made of the examples of single fields. The same id stands for the same thing
 * everywhere, so that one can follow a unit from the request that made it to the value that was measured in it.
 */
final class Examples {

    /** Stands where a field should have had an example of its own; the tests look for it. */
    static final String MISSING = "(no example)";

    private static final Map<String, Object> OF_FORMAT =
            Map.of("date", "2026-03-31", "date-time", "2026-03-31T10:15:30Z", "uri", "https://www.kommune.no");

    private final Map<String, Schema> schemas;

    Examples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** An id for what a field or parameter refers to. */
    static String id(String name) {
        return new UUID(0x019b_76da_a800_7000L, 0x8000_0000_0000_0000L | Integer.toUnsignedLong(name.hashCode()))
                .toString();
    }

    /** What is required, and what has an example of its own. */
    Object request(Schema schema) {
        var target = target(schema);
        if (hasOwn(target)) {
            return own(target);
        }
        if (target.getProperties() == null) {
            return derived(schema, "", "");
        }
        var example = new LinkedHashMap<String, Object>();
        target.getProperties().forEach((name, property) -> {
            var required = target.getRequired() != null && target.getRequired().contains(name);
            if (hasOwn(property)) {
                example.put(name, own(property));
            } else if (isNested(property)) {
                var nested = property.getItems() == null ? request(property) : List.of(request(property.getItems()));
                if (required || !nested.toString().contains(MISSING)) {
                    example.put(name, nested);
                }
            } else if (required) {
                example.put(name, derived(property, name, ""));
            }
        });
        return example;
    }

    /** All there is. */
    Object answer(Schema schema) {
        return answer(schema, Schemas.nameOf(schema));
    }

    private Object answer(Schema schema, String owner) {
        var target = target(schema);
        if (hasOwn(target)) {
            return own(target);
        }
        if (target.getProperties() == null) {
            return derived(schema, "", owner);
        }
        var example = new LinkedHashMap<String, Object>();
        target.getProperties().forEach((name, property) -> {
            var asked = asked(owner, name);
            if (hasOwn(property)) {
                example.put(name, own(property));
            } else if (asked != null && hasOwn(asked)) {
                example.put(name, own(asked));
            } else if (isNullable(property)) {
                example.put(name, null);
            } else if (isNested(property) && property.getItems() == null) {
                example.put(name, answer(property));
            } else {
                example.put(name, derived(property, name, owner));
            }
        });
        return example;
    }

    /** What may stand in a path or query. */
    Object parameter(Schema schema, String name) {
        return hasOwn(schema) ? own(schema) : derived(schema, name, "");
    }

    /** The field of the request that the field of an answer repeats. */
    private Schema asked(String owner, String property) {
        var request = schemas.get(owner + "Request");
        return request == null ? null : request.getProperties().get(property);
    }

    private Object derived(Schema schema, String name, String owner) {
        var target = target(schema);
        if (target.getEnumeration() != null) {
            return target.getEnumeration().get(0);
        }
        if (target.getItems() != null) {
            return List.of(
                    isNested(target.getItems())
                            ? answer(target.getItems())
                            : derived(target.getItems(), name.replaceFirst("s$", ""), owner));
        }
        if ("uuid".equals(target.getFormat())) {
            return id("id".equals(name) && owner != null && !owner.isEmpty() ? decapitalised(owner) + "Id" : name);
        }
        if (target.getFormat() != null && OF_FORMAT.containsKey(target.getFormat())) {
            return OF_FORMAT.get(target.getFormat());
        }
        if (target.getPattern() != null && target.getPattern().contains("(0[1-9]|1[0-2])")) {
            return "2026-03";
        }
        if (target.getType() != null && target.getType().contains(SchemaType.BOOLEAN)) {
            return false;
        }
        if (target.getType() != null && target.getType().contains(SchemaType.INTEGER)) {
            return 1;
        }
        return MISSING;
    }

    private boolean isNested(Schema schema) {
        var inner = schema.getItems() == null ? schema : schema.getItems();
        return target(inner).getProperties() != null;
    }

    private Schema target(Schema schema) {
        var name = Schemas.nameOf(schema);
        return name == null ? schema : schemas.get(name);
    }

    private static boolean isNullable(Schema schema) {
        return schema.getAnyOf() != null
                || (schema.getType() != null && schema.getType().contains(SchemaType.NULL));
    }

    private static boolean hasOwn(Schema schema) {
        return schema.getExamples() != null && !schema.getExamples().isEmpty();
    }

    private static Object own(Schema schema) {
        return schema.getExamples().get(0);
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
