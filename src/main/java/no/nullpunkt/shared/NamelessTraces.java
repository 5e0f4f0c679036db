package no.nullpunkt.shared;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Keeps out of traces who asked, and for whom: the operation is told, with its time and how it ended. Addresses hold ids of
 * people, secrets of links and calendars, and what somebody searched for.
 */
@Singleton
class NamelessTraces implements SpanProcessor {

    private static final List<AttributeKey<String>> LEFT_OUT = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var key : LEFT_OUT) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, "");
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
