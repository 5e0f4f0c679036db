package no.nullpunkt.benchmark;

/** What indicators measure: each benefit has one that is valued and one that is not. */
enum Kind {
    CALL_OUTS("Utrykninger", "TIME_SAVED", "LOWER_IS_BETTER", "SUM", "HOURS", "0.75", 90),
    SATISFIED("Fornøyde pårørende", "QUALITY", "HIGHER_IS_BETTER", "MEAN", "NONE", null, 60),
    TRAVEL("Reiseutgifter", "AVOIDED_COST", "LOWER_IS_BETTER", "SUM", "NOK", "4.95", 400),
    USERS("Brukere med hjelpemiddel", "QUALITY", "HIGHER_IS_BETTER", "LATEST", "NONE", null, 30),
    VISITS("Besøk per bruker", "TIME_SAVED", "LOWER_IS_BETTER", "RATIO", "HOURS", "0.4", 120),
    FALLS("Fall per bruker", "QUALITY", "LOWER_IS_BETTER", "RATIO", "NONE", null, 40);

    final String title;
    final String role;
    final String direction;
    final String aggregation;
    final String valuation;

    /** Hours or kroner, where it is valued. */
    final String amount;

    /** About which the null-points lie. */
    final int about;

    Kind(String title, String role, String direction, String aggregation, String valuation, String amount, int about) {
        this.title = title;
        this.role = role;
        this.direction = direction;
        this.aggregation = aggregation;
        this.valuation = valuation;
        this.amount = amount;
        this.about = about;
    }

    static Kind of(int indicator) {
        return values()[indicator % values().length];
    }

    boolean isRatio() {
        return aggregation.equals("RATIO");
    }

    boolean isMean() {
        return aggregation.equals("MEAN");
    }
}
