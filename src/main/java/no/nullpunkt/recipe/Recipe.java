package no.nullpunkt.recipe;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rollout as a municipality shows it to others, in its latest edition. */
@Entity
@IdClass(Key.class)
class Recipe {

    @Schema(name = "RecipeState")
    enum State {
        PUBLISHED,
        WITHDRAWN
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID rolloutId;
    int edition;

    @Enumerated(EnumType.STRING)
    State state;

    String title;

    /** Codes, to be searched by. */
    List<String> technologies;

    /** {@link RecipeContent} as JSON. */
    String content;

    Instant publishedAt;
    String withdrawnReason;

    @Version
    int version;

    protected Recipe() {}

    Recipe(int municipalityId, UUID rolloutId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.rolloutId = rolloutId;
    }

    /** Whether just this is what others read. */
    boolean says(String json) {
        return state == State.PUBLISHED && content.equals(json);
    }

    void publish(RecipeContent published, String json, Instant at) {
        edition++;
        state = State.PUBLISHED;
        title = published.title();
        technologies = published.technologies().stream()
                .map(RecipeContent.Technology::code)
                .toList();
        content = json;
        publishedAt = at;
        withdrawnReason = null;
    }

    void withdraw(String reason) {
        state = State.WITHDRAWN;
        withdrawnReason = reason;
    }
}
