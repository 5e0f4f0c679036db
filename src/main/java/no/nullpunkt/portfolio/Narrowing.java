package no.nullpunkt.portfolio;

import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.shared.Language;

/** What an address narrows a page to, in words. */
final class Narrowing {

    private Narrowing() {}

    /** In the order of the filters; nothing where all is shown. */
    static List<String> said(PortfolioQuery query, Snapshot snapshot, Language language) {
        var said = new ArrayList<String>();
        var filter = snapshot.filter();
        snapshot.technologies().forEach((code, names) -> {
            if (filter.technologies().contains(code)) {
                said.add(names.in(language));
            }
        });
        filter.unitIds().forEach(id -> said.add(snapshot.units().get(id).name()));
        filter.benefitIds().stream()
                .filter(snapshot.benefits()::containsKey)
                .forEach(id -> said.add(snapshot.benefits().get(id).title()));
        filter.indicatorIds().stream()
                .filter(snapshot.indicators()::containsKey)
                .forEach(id -> said.add(snapshot.indicators().get(id).name()));
        if (query.type() != null) {
            said.add(language.text("labels", "type-" + query.type()));
        }
        if (query.planHeading() != null) {
            said.add(language.text("labels", "planHeading-" + query.planHeading()));
        }
        if (query.status() != null) {
            said.add(language.text("labels", "status-" + query.status()));
        }
        return said;
    }
}
