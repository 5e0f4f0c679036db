package no.nullpunkt.story;

import no.nullpunkt.benefit.SuccessStoryResource;
import no.nullpunkt.shared.Form;

/**
 * The success story on the page of its benefit: what is shown, and the form of whoever may change that.
 *
 * @param story as it stands, or null
 * @param title as it is written or was typed, and so the text and the reason to withdraw
 * @param message what is wrong with what was typed, or null
 * @param version that was seen; empty where there is no story yet
 */
record SuccessForm(
        SuccessStoryResource.Response story,
        boolean mayWrite,
        boolean mayApprove,
        String title,
        String text,
        String reason,
        String message,
        String version) {

    static SuccessForm of(SuccessStoryResource.Response story, boolean mayWrite, boolean mayApprove) {
        return new SuccessForm(
                story,
                mayWrite,
                mayApprove,
                story == null ? "" : story.title(),
                story == null ? "" : story.text(),
                "",
                null,
                story == null ? "" : String.valueOf(story.version()));
    }

    /** The same with what was typed, which is not lost by being refused. */
    SuccessForm typed(Form form, String refused) {
        return new SuccessForm(
                story,
                mayWrite,
                mayApprove,
                form.has("tittel") ? form.text("tittel") : title,
                form.has("tekst") ? form.text("tekst") : text,
                form.text("grunn"),
                refused,
                version);
    }

    public int longest() {
        return SuccessStoryResource.LONGEST;
    }

    /** Whether something waits for a leader. */
    public boolean isDraft() {
        return story != null && story.waits();
    }

    public boolean isWithdrawn() {
        return story != null && story.withdrawnReason() != null;
    }

    public boolean mayWithdraw() {
        return story != null && !isWithdrawn() && (mayWrite || mayApprove);
    }
}
