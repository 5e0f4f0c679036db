package no.nullpunkt.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import no.nullpunkt.shared.BirthNumber;
import no.nullpunkt.shared.Problem;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

@Once
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class CreatesOnce {

    private static final int LONGEST_KEY = 200;

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Caller caller;
    private final Session session;
    private final ObjectMapper mapper;

    CreatesOnce(HttpHeaders headers, UriInfo uri, Caller caller, Session session, ObjectMapper mapper) {
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
        this.session = session;
        this.mapper = mapper;
    }

    @AroundInvoke
    Object answer(InvocationContext invocation) throws Exception {
        var key = headers.getHeaderString("Idempotency-Key");
        if (key == null) {
            return invocation.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.notUnderstood("idempotency-key-length", LONGEST_KEY);
        }
        BirthNumber.in(key).ifPresent(place -> {
            throw Problem.notUnderstood("birth-number", place.from(), place.to())
                    .at("Idempotency-Key", "birth-number", place.from(), place.to());
        });
        var request = sha256(uri.getPath(), sent(invocation));
        return QuarkusTransaction.joiningExisting()
                .call(() -> isFirst(key, request) ? keep(key, proceed(invocation)) : repeat(key, request));
    }

    /** A second request with the key waits here until the first has ended. */
    private boolean isFirst(String key, byte[] request) {
        return session.createNativeQuery("""
                                insert into remembered_answer (municipality_id, person_id, key, request_sha256)
                                values (:municipality, :person, :key, :request) on conflict do nothing
                                """)
                        .setParameter("municipality", caller.municipalityId())
                        .setParameter("person", caller.personId())
                        .setParameter("key", key)
                        .setParameter("request", request)
                        .executeUpdate()
                == 1;
    }

    private static RestResponse<?> proceed(InvocationContext invocation) throws Exception {
        return (RestResponse<?>) invocation.proceed();
    }

    private RestResponse<?> keep(String key, RestResponse<?> answer) throws JsonProcessingException {
        session.createNativeQuery("""
                        update remembered_answer set status = :status, body = :body, etag = :etag, location = :location
                        where municipality_id = :municipality and person_id = :person and key = :key
                        """)
                .setParameter("status", answer.getStatus())
                .setParameter("body", mapper.writeValueAsString(answer.getEntity()))
                .setParameter("etag", answer.getHeaderString(HttpHeaders.ETAG))
                .setParameter("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .setParameter("municipality", caller.municipalityId())
                .setParameter("person", caller.personId())
                .setParameter("key", key)
                .executeUpdate();
        return answer;
    }

    private RestResponse<?> repeat(String key, byte[] request) throws JsonProcessingException {
        var first = (Tuple) session.createNativeQuery("""
                        select request_sha256, status, body, etag, location from remembered_answer
                        where municipality_id = :municipality and person_id = :person and key = :key
                        """, Tuple.class)
                .setParameter("municipality", caller.municipalityId())
                .setParameter("person", caller.personId())
                .setParameter("key", key)
                .getSingleResult();
        if (!Arrays.equals(first.get(0, byte[].class), request)) {
            throw Problem.rule("idempotency-key-reused");
        }
        var answer = RestResponse.ResponseBuilder.create(
                        RestResponse.Status.fromStatusCode(
                                first.get(1, Number.class).intValue()),
                        mapper.readTree(first.get(2, String.class)))
                .header("Idempotency-Replayed", true);
        var etag = first.get(3, String.class);
        if (etag != null) {
            answer.header(HttpHeaders.ETAG, etag);
        }
        var location = first.get(4, String.class);
        if (location != null) {
            answer.header(HttpHeaders.LOCATION, location);
        }
        return answer.build();
    }

    /** What makes it the same request: a retry through another client has other headers. */
    private static Object[] sent(InvocationContext invocation) {
        return Arrays.stream(invocation.getParameters())
                .filter(parameter -> !(parameter instanceof HttpHeaders))
                .toArray();
    }

    private byte[] sha256(String path, Object[] parameters) throws JsonProcessingException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(mapper.writeValueAsBytes(parameters));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
