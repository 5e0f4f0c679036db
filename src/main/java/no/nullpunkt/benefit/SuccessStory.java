package no.nullpunkt.benefit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a benefit meant, in a few words. Approving it freezes what is shown; a later draft waits beside it. */
@Entity
@IdClass(Key.class)
class SuccessStory {

    /** What the text that was written last is. */
    @Schema(name = "SuccessStoryState")
    enum State {
        DRAFT,
        APPROVED,
        WITHDRAWN
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID benefitId;
    String title;
    String text;

    @Enumerated(EnumType.STRING)
    State state = State.DRAFT;

    /** What is shown; null, as is the rest of the approval, where nothing is. */
    String approvedTitle;

    String approvedText;
    UUID approvedById;
    Instant approvedAt;
    String withdrawnReason;

    @Version
    int version;

    protected SuccessStory() {}

    SuccessStory(Benefit benefit, String title, String text) {
        this.municipalityId = benefit.municipalityId;
        this.id = Key.newId();
        this.benefitId = benefit.id;
        this.title = title;
        this.text = text;
    }

    boolean says(String someTitle, String someText) {
        return state != State.WITHDRAWN && title.equals(someTitle) && text.equals(someText);
    }

    /** Writes a new draft; what is approved goes on being shown. */
    void write(String newTitle, String newText) {
        title = newTitle;
        text = newText;
        state = newTitle.equals(approvedTitle) && newText.equals(approvedText) ? State.APPROVED : State.DRAFT;
        withdrawnReason = null;
    }

    /**
     * Shows what is written from now on.
     *
     * @throws Problem 409 when it is withdrawn
     */
    void approve(UUID personId, Instant at) {
        if (state == State.WITHDRAWN) {
            throw Problem.conflict("story-withdrawn");
        }
        state = State.APPROVED;
        approvedTitle = title;
        approvedText = text;
        approvedById = personId;
        approvedAt = at;
    }

    /** Shows nothing any more. */
    void withdraw(String reason) {
        state = State.WITHDRAWN;
        withdrawnReason = reason;
        approvedTitle = null;
        approvedText = null;
        approvedById = null;
        approvedAt = null;
    }
}
