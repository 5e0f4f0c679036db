package no.nullpunkt.shared;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods that an address takes, read from the resources. Where the classes of several resources match an address,
 * the router looks into one of them and answers 404 for what is 405.
 */
@Singleton
class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private record Route(Pattern path, String method) {}

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::routesOf)
                .toList();
    }

    Set<String> at(String path) {
        var methods = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private static Stream<Route> routesOf(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(verb -> new Route(pattern(resource, method), verb.value())));
    }

    private static Pattern pattern(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        var template = "/" + resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        var literals =
                Arrays.stream(VARIABLE.split(template.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""), -1));
        return Pattern.compile(literals.map(Pattern::quote).collect(Collectors.joining("[^/]+")) + "/?");
    }
}
