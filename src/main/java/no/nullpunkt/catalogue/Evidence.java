package no.nullpunkt.catalogue;

/** How well what the catalogue says about an indicator is founded. */
public enum Evidence {
    PUBLISHED_FIGURE("publisert tall", "publisert tal", "published figure"),
    /** The effect is described, without a figure. */
    CONCEPT_PUBLISHED("beskrevet, uten tall", "skildra, utan tal", "described, no figure"),
    /** A figure that was expected, not measured. */
    FORECAST("prognose", "prognose", "forecast"),
    /** Told by a vendor, or measured in another setting than the municipalities'. */
    WEAK(
            "svakt: leverandør eller annen sammenheng",
            "svakt: leverandør eller annan samanheng",
            "weak: vendor or other setting"),
    /** Proposed for this catalogue. */
    PROPOSAL("forslag", "framlegg", "proposal");

    private final Wording wording;

    Evidence(String nb, String nn, String en) {
        wording = new Wording(nb, nn, en);
    }

    public Wording wording() {
        return wording;
    }
}
