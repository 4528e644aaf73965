package org.zhaoshang.scope;

import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhaoshang.Given;
import org.zhaoshang.notifications.GivenNotice;
import org.zhaoshang.prices.premises.GivenListing;
import org.zhaoshang.projects.GivenProject;
import org.zhaoshang.scope.RoleTable.Reach;
import org.zhaoshang.shared.files.GivenPicture;
import org.zhaoshang.signing.GivenSigned;
import org.zhaoshang.signing.funds.GivenReceipt;

/**
 * A project with an appraisal and a file, a planned upload and an export that name it, premises, a parcel and a price of the same
 * name, and a notification of it to the unit's reporter alone. Their name holds a word that stands nowhere else: wherever it turns up, this row was shown.
 */
record Row(
        String unit,
        String project,
        String appraisal,
        String attachment,
        String planned,
        String exported,
        Listed premises,
        Listed parcel,
        String price,
        GivenSigned signed,
        GivenReceipt funds,
        String columnSet,
        String notification,
        String word,
        State state) {
    enum State {
        DRAFT,
        SUBMITTED,
        /** With an invitation of the expert, and submitted. */
        INVITED
    }

    /** Premises or a parcel under the same word, with a file; published unless the row is a draft. */
    record Listed(GivenListing listing, String file) {
        static Listed of(String unit, GivenListing listing, State state) {
            String file = file(unit, listing, "附件.jpg", GivenPicture.jpeg(8, 6));
            return new Listed(state == State.DRAFT ? listing : listing.published(), file);
        }

        /** A paper: another picture would be a change to publish. */
        String anotherFile(String unit) {
            return file(unit, listing, "附件.pdf", PAPER);
        }

        private static String file(String unit, GivenListing listing, String name, byte[] content) {
            return Given.signedIn(unit)
                    .multiPart("file", name, content)
                    .post(listing.path() + "/attachments")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
    }

    static final byte[] PAPER =
            "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

    static Row of(String unit, State state) {
        receipt(unit); // before the row is there: a submission changes what its report speaks of
        String word = GivenProject.uniqueName() + "止"; // no word is the beginning of another
        GivenProject project = GivenProject.complete(unit, word);
        String appraisal = Given.signedIn(unit)
                .get(project.path() + "/appraisals")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        String attachment = Given.signedIn(unit)
                .multiPart("file", "附件.pdf", PAPER)
                .post(project.path() + "/attachments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        if (state == State.INVITED) {
            Given.signedIn(unit)
                    .contentType(ContentType.JSON)
                    .body(Map.of("username", "expert"))
                    .post(project.path() + "/invitations")
                    .then()
                    .statusCode(201);
        }
        if (state != State.DRAFT) {
            project.as(unit, "submit").statusCode(200);
        }
        GivenSigned signed = signed(unit, word, state);
        return new Row(
                unit,
                project.id(),
                appraisal,
                attachment,
                planned(unit, word),
                exported(unit, word),
                Listed.of(
                        unit,
                        GivenListing.premises(unit, Map.of("name", word, "longitude", 110, "latitude", 39)),
                        state),
                Listed.of(
                        unit,
                        GivenListing.parcel(unit, Map.of("parcelNo", word, "longitude", 110, "latitude", 39)),
                        state),
                price(unit, word),
                signed,
                GivenReceipt.of(unit, signed, 1_000_000, Map.of("payer", word)),
                columnSet(unit, word),
                GivenNotice.toReporter(unit, word),
                word,
                state);
    }

    private static String columnSet(String unit, String word) {
        return Given.signedIn(unit)
                .contentType(ContentType.JSON)
                .body(Map.of("name", word, "columns", List.of(Map.of("heading", word, "field", "code"))))
                .post("/api/v1/fund-column-sets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Complete, so that leaders read it, unless the row is a draft. */
    private static GivenSigned signed(String unit, String word, State state) {
        Map<String, Object> fields = new HashMap<>(Map.of("name", word));
        if (state == State.DRAFT) {
            fields.put("investor", null);
        }
        return GivenSigned.project(unit, fields);
    }

    /** A draft, whatever the row. */
    private static String price(String unit, String word) {
        return Given.signedIn(unit)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "itemCode", "WATER_INDUSTRIAL", "parkName", word, "priceLow", 4, "validFrom", "2021-01-01"))
                .post("/api/v1/factor-prices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The month whose report every unit of a row has submitted. */
    static final String REPORTED = "2021-11";

    /** The number of the receipt that the unit was given for it. */
    static String receipt(String unit) {
        String report = "/api/v1/monthly-reports/" + REPORTED + "/" + unit;
        var present = Given.signedIn(unit).get(report).then().statusCode(200).extract();
        if ((int) present.path("submissions") == 0) {
            // Projects of other tests may stand still in it.
            String explained = Given.signedIn(unit)
                    .contentType("application/merge-patch+json")
                    .header("If-Match", present.header("ETag"))
                    .body(Map.of(
                            "experience", "以商招商", "justifications", List.of(Map.of("rule", "V28", "text", "冬季停工"))))
                    .patch(report)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("ETag");
            return Given.signedIn(unit)
                    .contentType(ContentType.JSON)
                    .header("If-Match", explained)
                    .body(Map.of("noChange", true))
                    .post(report + "/submit")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("receipt.number");
        }
        return present.path("receipt.number");
    }

    /** What the text of that report became. */
    static String article(String unit) {
        receipt(unit);
        return Given.signedIn(unit)
                .get("/api/v1/monthly-reports/" + REPORTED + "/" + unit + "/articles")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private static String planned(String unit, String word) {
        return Given.signedIn(unit)
                .contentType("text/csv; charset=utf-8")
                .header("Prefer", "wait=30")
                .body("项目名称,具体位置\n" + word + ",别处" + word)
                .post("/api/v1/imports?kind=projects&dryRun=true")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static String exported(String unit, String word) {
        return Given.signedIn(unit)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "projects", "format", "CSV", "filter", Map.of("q", word)))
                .post("/api/v1/exports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** @param about what kind of row the act is on */
    boolean isWithin(Reach reach, String about) {
        boolean listed = about.equals("premises") || about.equals("parcel");
        return switch (reach) {
            case ALL -> true;
            case OWN -> unit.equals(Who.UNIT);
            case SUBMITTED ->
                about.equals("monthly-revision")
                        || about.equals("monthly-article")
                        || state != State.DRAFT
                                && !about.startsWith("price")
                                && !about.equals("receipt")
                                && !about.equals("monthly-report");
            case INVITED -> state == State.INVITED;
            case PUBLISHED -> listed && state != State.DRAFT;
            case NONE, NO, SIGN_IN -> false;
        };
    }

    /** The project and what is listed as their own unit sees them, to tell whether anyone changed them. */
    String standing() {
        String known = Given.signedIn(unit)
                .get("/api/v1/projects/" + project)
                .then()
                .extract()
                .header("ETag");
        String price = Given.signedIn(unit)
                .get("/api/v1/factor-prices/" + this.price)
                .then()
                .extract()
                .header("ETag");
        String columns = Given.signedIn(unit)
                .get("/api/v1/fund-column-sets/" + columnSet)
                .then()
                .extract()
                .header("ETag");
        return known
                + price
                + columns
                + premises.listing().version()
                + parcel.listing().version()
                + signed.version()
                + funds.version();
    }
}
