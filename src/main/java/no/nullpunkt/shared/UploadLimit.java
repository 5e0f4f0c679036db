package no.nullpunkt.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Tells that a body is too large, before it is sent where its length is told and while it is read where not. The
 * server's own limit lies above this one, for it answers without a word.
 */
@Provider
public class UploadLimit implements ReaderInterceptor {

    private static final long LIMIT = 16 * 1024 * 1024;
    private static final int BEFORE_THE_SERVERS_OWN = 100;

    void register(@Observes Filters filters) {
        filters.register(UploadLimit::checkLength, BEFORE_THE_SERVERS_OWN);
    }

    private static void checkLength(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= LIMIT) {
            request.next();
            return;
        }
        EarlyProblem.send(request, 413);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream()));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private long read;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > LIMIT) {
                throw Problem.tooLarge("too-large");
            }
        }
    }
}
