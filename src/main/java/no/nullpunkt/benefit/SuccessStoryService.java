package no.nullpunkt.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.SuccessStoryResource.Request;
import no.nullpunkt.benefit.SuccessStoryResource.Response;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Writes success stories, and says which of them are shown. */
@ApplicationScoped
public class SuccessStoryService {

    /** What stands after a PUT, and whether it was new. */
    public record Outcome(boolean created, Response story) {}

    private final Benefits benefits;
    private final SuccessStories stories;

    SuccessStoryService(Benefits benefits, SuccessStories stories) {
        this.benefits = benefits;
        this.stories = stories;
    }

    /** The story of a benefit as it stands, or empty. */
    public Optional<Response> find(int municipalityId, UUID benefitId) {
        return stories.findOf(municipalityId, benefitId).map(Response::of);
    }

    @Transactional
    public Outcome write(Caller caller, UUID benefitId, IfMatch ifMatch, Request request) {
        caller.beginChange();
        var benefit = benefits.getForChange(caller.municipalityId(), benefitId);
        caller.mustLeadOrOwn(benefit.ownerId, benefit.overallOwnerId);
        var title = request.title().strip();
        var text = request.text().strip();
        var present = stories.findForChange(caller.municipalityId(), benefitId).orElse(null);
        if (present == null) {
            var story = new SuccessStory(benefit, title, text);
            stories.persistAndFlush(story);
            return new Outcome(true, Response.of(story));
        }
        if (!present.says(title, text)) {
            ifMatch.check(present.version, () -> Response.of(present));
            present.write(title, text);
            stories.flush();
        }
        return new Outcome(false, Response.of(present));
    }

    /**
     * Shows the story as the leader has read it.
     *
     * @throws Problem 409 when it is withdrawn
     */
    @Transactional
    public Response approve(Caller caller, UUID benefitId, IfMatch ifMatch) {
        caller.mustApproveStories();
        var at = caller.beginChange();
        benefits.get(caller.municipalityId(), benefitId);
        var story = stories.getForChange(caller.municipalityId(), benefitId);
        if (story.state != SuccessStory.State.APPROVED) {
            ifMatch.check(story.version, () -> Response.of(story));
            story.approve(caller.personId(), at);
            stories.flush();
        }
        return Response.of(story);
    }

    @Transactional
    public Response withdraw(Caller caller, UUID benefitId, String reason) {
        caller.beginChange(reason);
        var benefit = benefits.get(caller.municipalityId(), benefitId);
        caller.mustWithdrawStory(benefit.ownerId, benefit.overallOwnerId);
        var story = stories.getForChange(caller.municipalityId(), benefitId);
        if (story.state != SuccessStory.State.WITHDRAWN) {
            story.withdraw(reason);
            stories.flush();
        }
        return Response.of(story);
    }
}
