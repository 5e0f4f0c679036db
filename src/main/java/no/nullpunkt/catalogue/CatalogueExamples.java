package no.nullpunkt.catalogue;

/** Answers as the contract shows them; the tests hold them against what is served. */
final class CatalogueExamples {

    static final String TECHNOLOGIES = """
            {
              "release": "2026.1",
              "items": [
                {
                  "code": "gps-localisation",
                  "name": "Lokaliseringsteknologi (GPS)",
                  "names": {
                    "nb": "Lokaliseringsteknologi (GPS)",
                    "nn": "Lokaliseringsteknologi (GPS)",
                    "en": "Localisation technology (GPS)"
                  },
                  "iplosCode": 26,
                  "recipients2020": 3454,
                  "source": "Helsedirektoratet, statistikk for Omsorg 2020",
                  "indicatorCount": 4
                }
              ],
              "next": null
            }
            """;

    static final String INDICATORS = """
            {
              "release": "2026.1",
              "items": [
                {
                  "code": "DH1",
                  "technology": "digital-supervision-home",
                  "name": "Utrykninger etter varsel",
                  "names": {
                    "nb": "Utrykninger etter varsel",
                    "nn": "Utrykkingar etter varsel",
                    "en": "Call-outs after alert"
                  },
                  "role": "TIME_SAVED",
                  "direction": "LOWER_IS_BETTER",
                  "aggregation": "RATIO",
                  "numerator": "utrykninger",
                  "denominator": "brukeruker",
                  "factor": 1,
                  "unit": "utrykninger per brukeruke",
                  "frequencyMonths": 1,
                  "countsPersons": false,
                  "dataSource": "logg fra responssenteret",
                  "evidence": "PUBLISHED_FIGURE",
                  "evidenceText": "publisert tall",
                  "overlapGroup": "DH-time",
                  "published": [
                    {
                      "text": "Bergen, 12 brukere: 20,9 → 1,9 per uke",
                      "sources": [
                        {
                          "code": "SINTEF-B",
                          "reference": "forskning.no …/1822094"
                        }
                      ]
                    }
                  ],
                  "sources": [
                    {
                      "code": "SINTEF-B",
                      "reference": "forskning.no …/1822094"
                    }
                  ]
                }
              ],
              "next": null
            }
            """;

    static final String MUNICIPALITIES = """
            {
              "release": "2026.1",
              "items": [
                {
                  "number": "5610",
                  "name": "Kárášjohka",
                  "countyNumber": "56",
                  "county": "Finnmark"
                }
              ],
              "next": null
            }
            """;

    private CatalogueExamples() {}
}
