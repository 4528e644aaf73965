package org.zhaoshang.shared.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/**
 * An answer other than success, thrown where it becomes known and put into words by {@link ProblemMappers}: RFC 9457 with
 * all findings at once.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Text title;
    private final transient List<Finding> findings;
    private final transient @Nullable Object current;
    private final transient @Nullable String snapshot;
    private final transient Map<String, String> headers;

    private Problem(
            int status,
            Text title,
            List<Finding> findings,
            @Nullable Object current,
            @Nullable String snapshot,
            Map<String, String> headers) {
        super(title.en(), null, false, false);
        this.status = status;
        this.title = title;
        this.findings = List.copyOf(findings);
        this.current = current;
        this.snapshot = snapshot;
        this.headers = Map.copyOf(headers);
    }

    public static Problem of(int status, Text title) {
        return new Problem(status, title, List.of(), null, null, Map.of());
    }

    public static Problem of(int status, Text title, List<Finding> findings) {
        return new Problem(status, title, findings, null, null, Map.of());
    }

    /** 400: the request itself can not be understood; the findings say which part. */
    public static Problem badRequest(List<Finding> findings) {
        return of(400, new Text("请求有误，请按下列提示修改", "The request has mistakes: see errors"), findings);
    }

    public static Problem badRequest(Finding finding) {
        return badRequest(List.of(finding));
    }

    /** 403: the caller is known and may not. */
    public static Problem forbidden(Text why) {
        return of(403, why);
    }

    public static Problem foreignUnit(String unitCode) {
        return of(
                403,
                new Text("不能写入其他单位的数据", "Data of another unit can not be written"),
                List.of(Finding.of("SCOPE", "/unitCode", Map.of("unit", unitCode))));
    }

    /** 404, for what is absent and for what the caller may not know of alike. */
    public static Problem notFound() {
        return of(404, new Text("没有找到该记录，或您无权查看", "No such record, or it is not yours to see"));
    }

    public static Problem conflict(Text why) {
        return of(409, why);
    }

    public static Problem conflict(Text why, List<Finding> findings) {
        return of(409, why, findings);
    }

    /** 422: understood, and refused by the findings. */
    public static Problem unprocessable(Text why, List<Finding> findings) {
        return of(422, why, findings);
    }

    /** 412, with the record as it is now so that the caller can merge. */
    public static Problem stale(Object current) {
        return new Problem(
                412,
                new Text("该记录已被他人修改，请合并后再保存", "The record was changed meanwhile: merge and save again"),
                List.of(),
                current,
                null,
                Map.of());
    }

    /** 410: too much has happened since; a copy is begun anew with the snapshot at that address. */
    public static Problem gone(Text why, String snapshot) {
        return new Problem(410, why, List.of(), null, snapshot, Map.of());
    }

    public static Problem preconditionRequired() {
        return of(428, new Text("缺少 If-Match 请求头（记录的版本）", "If-Match with the record's version is required"));
    }

    /**
     * 429, with the headers of draft-ietf-httpapi-ratelimit-headers beside {@code Retry-After}.
     *
     * @param policy the name of the limit that was reached
     */
    public static Problem tooManyRequests(Text why, String policy, int quota, Duration window, long retryAfterSeconds) {
        return new Problem(
                429,
                why,
                List.of(),
                null,
                null,
                Map.of(
                        "Retry-After", Long.toString(retryAfterSeconds),
                        "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, quota, window.toSeconds()),
                        "RateLimit", "\"%s\";r=0;t=%d".formatted(policy, retryAfterSeconds)));
    }

    public static Problem unavailable(Text why, long retryAfterSeconds) {
        return new Problem(503, why, List.of(), null, null, Map.of("Retry-After", Long.toString(retryAfterSeconds)));
    }

    public int status() {
        return status;
    }

    public Text title() {
        return title;
    }

    public List<Finding> findings() {
        return findings;
    }

    public @Nullable Object current() {
        return current;
    }

    public @Nullable String snapshot() {
        return snapshot;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
