package org.zhaoshang.signing.funds;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhaoshang.Given;
import org.zhaoshang.signing.GivenSigned;

/** A receipt in a known state, and what can be done to it over HTTP: {@code GivenReceipt.of(project, 1_000_000)}. */
public final class GivenReceipt {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private final String unit;
    private final String id;

    private GivenReceipt(String unit, String id) {
        this.unit = unit;
        this.id = id;
    }

    public static String uniqueProof() {
        return "示例凭证" + RUN + "号" + NUMBER.incrementAndGet() + "止";
    }

    /** With nothing left to settle. */
    public static GivenReceipt of(String unit, GivenSigned project, long yuan, Map<String, ?> with) {
        Map<String, Object> fields = fields(project, yuan);
        fields.putAll(with);
        return new GivenReceipt(
                unit, create(unit, fields).statusCode(201).extract().path("id"));
    }

    public static Map<String, Object> fields(GivenSigned project, long yuan) {
        String payer = project.get().extract().path("investor");
        return new HashMap<>(Map.of(
                "signedProject", project.code(),
                "receivedOn", "2021-03-20",
                "amountYuan", yuan,
                "origin", "OUTSIDE_REGION",
                "payer", payer == null ? "示例投资公司" : payer,
                "form", "CASH",
                "use", "CONSTRUCTION",
                "proofKind", "银行进账单",
                "proofNumber", uniqueProof()));
    }

    static ValidatableResponse create(String unit, Map<String, ?> fields) {
        return Given.signedIn(unit.toLowerCase(Locale.ROOT))
                .contentType(ContentType.JSON)
                .body(fields)
                .post("/api/v1/receipts")
                .then();
    }

    /** Empties the ledger: later reports of the units would have to explain what was left. */
    public static void clear(EntityManager database) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("delete from fund_receipts").executeUpdate();
        });
    }

    public String id() {
        return id;
    }

    public String path() {
        return "/api/v1/receipts/" + id;
    }

    public ValidatableResponse get() {
        return getAs(unit.toLowerCase(Locale.ROOT));
    }

    public ValidatableResponse getAs(String who) {
        return Given.signedIn(who).get(path()).then();
    }

    public String code() {
        return get().extract().path("code");
    }

    public String version() {
        return get().extract().header("ETag");
    }

    public ValidatableResponse patch(Map<String, ?> changes) {
        return Given.signedIn(unit.toLowerCase(Locale.ROOT))
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version())
                .body(changes)
                .patch(path())
                .then();
    }

    public ValidatableResponse delete() {
        return Given.signedIn(unit.toLowerCase(Locale.ROOT))
                .header("If-Match", version())
                .delete(path())
                .then();
    }

    public ValidatableResponse as(String who, String verb, Map<String, ?> body) {
        return Given.signedIn(who)
                .contentType(ContentType.JSON)
                .header("If-Match", version())
                .body(body)
                .post(path() + "/" + verb)
                .then();
    }
}
