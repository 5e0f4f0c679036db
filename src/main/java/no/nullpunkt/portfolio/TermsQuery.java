package no.nullpunkt.portfolio;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.results.Figure;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Terms;
import no.nullpunkt.shared.Problem;

/** Which figure is to be opened into its terms. */
public class TermsQuery extends PortfolioQuery {

    @QueryParam("figure")
    String figure;

    @QueryParam("group")
    String group;

    @QueryParam("key")
    String key;

    @QueryParam("category")
    List<String> category;

    @QueryParam("page")
    Integer page;

    Figure figure() {
        return Figure.parse(figure);
    }

    Terms.Of of() {
        var categories = Stream.ofNullable(category)
                .flatMap(List::stream)
                .map(TermsQuery::known)
                .collect(Collectors.toSet());
        return group == null || group.isEmpty()
                ? new Terms.Of(null, null, categories)
                : new Terms.Of(GroupBy.parse(group), FigureTable.NO_KEY.equals(key) ? null : key, categories);
    }

    private static String known(String category) {
        if (!OverviewMaker.USES.contains(category)) {
            var choices = String.join(", ", OverviewMaker.USES);
            throw Problem.notUnderstood("unknown-choice", category, choices)
                    .at("?category", "unknown-choice", category, choices);
        }
        return category;
    }

    /** The first is 1. */
    int page() {
        return page == null || page < 1 ? 1 : page;
    }

    /** Of another page of the same terms. */
    Address ofPage(int other, Address narrowed) {
        return narrowed.with("figure", figure)
                .with("group", group)
                .with("key", key)
                .with("category", category == null ? List.of() : category)
                .with("page", other == 1 ? null : String.valueOf(other));
    }
}
