package no.nullpunkt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What the service is built of: known by name, under licences it may be given away with, each part used, and none forgotten.
 * {@code dependencies.csv} says of each dependency when its version came out and where it is used.
 */
class SupplyChainTest {

    private static final Path SBOM = Path.of("target", "classes", "META-INF", "sbom", "nullpunkt.cdx.json");
    private static final Path TABLE = Path.of("src", "test", "resources", "dependencies.csv");

    /** Under these the whole may be run and given on by anyone; where a part gives a choice, one of them is enough. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "UPL-1.0",
            "PostgreSQL",
            "Unicode-3.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "BSD-4-Clause",
            "GPL-2.0-with-classpath-exception");

    /** As some parts write them who know no SPDX identifier. */
    private static final Map<String, String> CALLED = Map.of(
            "Eclipse Distribution License - v 1.0", "BSD-3-Clause",
            "Eclipse Public License v. 2.0", "EPL-2.0",
            "Public Domain", "CC0-1.0",
            "Public Domain, per Creative Commons CC0", "CC0-1.0",
            "GNU General Public License, version 2 with the GNU Classpath Exception",
                    "GPL-2.0-with-classpath-exception",
            "Apache Software License - Version 2.0", "Apache-2.0",
            "Bouncy Castle Licence", "MIT");

    /** Older than the newest by more than this, a dependency needs a word on why it stays. */
    private static final int MONTHS_BEHIND = 24;

    private record Dependency(String artifact, String version, YearMonth released, Pattern usedAs, String why) {

        static Dependency of(String line) {
            var fields = line.split(";", -1);
            return new Dependency(
                    fields[0], fields[1], YearMonth.parse(fields[2]), Pattern.compile(fields[3]), fields[4]);
        }
    }

    @Test
    void everyPartIsUnderALicenceThatIsAllowed() throws IOException {
        var refused = new TreeMap<String, Object>();
        int parts = 0;
        for (var part : new ObjectMapper().readTree(SBOM.toFile()).path("components")) {
            var licences = licences(part);
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                refused.put(part.path("purl").asText(), licences);
            }
            parts++;
        }
        assertEquals(Map.of(), refused);
        assertTrue(parts > 100, "only " + parts + " parts are listed");
    }

    private static Set<String> licences(JsonNode part) {
        return StreamSupport.stream(part.path("licenses").spliterator(), false)
                .flatMap(each -> Stream.of(
                        each.path("license").path("id").asText(),
                        each.path("license").path("name").asText(),
                        each.path("expression").asText()))
                .flatMap(name -> Stream.of(name.split(" OR ")))
                .map(name -> CALLED.getOrDefault(name.strip(), name.strip()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A dependency that is added, taken away or renewed is looked at here too. */
    @Test
    void theTableTellsOfEveryDependencyAndNoOther() throws Exception {
        var versions = versionsOnTheClassPath();
        var used = new TreeMap<String, String>();
        for (var artifact : direct()) {
            used.put(artifact, versions.getOrDefault(artifact, "not on the class path"));
        }
        var told = table().stream()
                .collect(Collectors.toMap(Dependency::artifact, Dependency::version, (a, b) -> a, TreeMap::new));
        assertEquals(used, told);
    }

    /** Quarkus' extensions are seen by no analysis of byte-code, so each is looked for by what it is used as. */
    @Test
    void everyDependencyIsUsed() throws IOException {
        var sources = sources();
        var unused = table().stream()
                .filter(each -> sources.stream()
                        .noneMatch(source -> each.usedAs.matcher(source).find()))
                .map(Dependency::artifact)
                .toList();
        assertEquals(List.of(), unused);
    }

    /** No network tells whether a project lives; that its last version is old can be seen without. */
    @Test
    void noDependencyIsForgotten() throws IOException {
        var newest = table().stream()
                .map(Dependency::released)
                .max(YearMonth::compareTo)
                .orElseThrow();
        var forgotten = table().stream()
                .filter(each -> each.released.plusMonths(MONTHS_BEHIND).isBefore(newest) && each.why.isBlank())
                .map(Dependency::artifact)
                .toList();
        assertEquals(List.of(), forgotten, "renew them, find another, or say in " + TABLE + " why they stay");
    }

    private static List<Dependency> table() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).map(Dependency::of).toList();
    }

    private static Set<String> direct() throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        var found = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate("/project/dependencies/dependency", pom, XPathConstants.NODESET);
        var direct = new TreeSet<String>();
        for (int i = 0; i < found.getLength(); i++) {
            var dependency = (Element) found.item(i);
            direct.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
        }
        return direct;
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    /** Read from where the files lie in the repository: group, artifact and version are the directories. */
    private static Map<String, String> versionsOnTheClassPath() {
        var versions = new TreeMap<String, String>();
        for (var jar : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            var at = jar.indexOf("/repository/");
            if (at >= 0) {
                var path = Path.of(jar.substring(at + "/repository/".length()));
                int names = path.getNameCount();
                var group = path.subpath(0, names - 3).toString().replace('/', '.');
                versions.put(
                        group + ":" + path.getName(names - 3),
                        path.getName(names - 2).toString());
            }
        }
        return versions;
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|html|js|txt|properties)"))
                    .map(SupplyChainTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
