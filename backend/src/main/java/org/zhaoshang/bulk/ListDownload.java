package org.zhaoshang.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.files.Download;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** The whole list of a filter as a file at once: streamed, and noted in the trail before the first row leaves. */
@ApplicationScoped
public class ListDownload {
    private static final Text PRESENT = new Text("导出文件只有当前数据，请去掉该参数", "files hold the present only: leave it out");

    private final Trail trail;
    private final ObjectMapper json;
    private final CurrentCaller current;
    private final CurrentLanguage language;
    private final UriInfo uri;
    private final CityClock clock;

    ListDownload(
            Trail trail,
            ObjectMapper json,
            CurrentCaller current,
            CurrentLanguage language,
            UriInfo uri,
            CityClock clock) {
        this.trail = trail;
        this.json = json;
        this.current = current;
        this.language = language;
        this.uri = uri;
        this.clock = clock;
    }

    /**
     * One who breaks off has still been noted with all rows: how many arrived can not be known.
     *
     * @param filter as given, for the trail
     * @param ids of all its rows, in its order
     * @throws Problem 400 when the past is asked for: whoever asks for its file must not be given the present in silence
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Response answer(
            ExportKind<?> kind,
            ExportFormat format,
            Map<String, String> filter,
            List<UUID> ids,
            @Nullable String reason) {
        return answer(kind, kind.file(), format, filter, ids, reason);
    }

    /**
     * As {@link #answer(ExportKind, ExportFormat, Map, List, String)}, with other columns than the list's own.
     *
     * @param file that is written
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Response answer(
            ExportKind<?> kind,
            ListFile<?> file,
            ExportFormat format,
            Map<String, String> filter,
            List<UUID> ids,
            @Nullable String reason) {
        if (uri.getQueryParameters().containsKey("asOf")) {
            throw Problem.badRequest(Finding.of("FORMAT", "/asOf", Map.of("label", "asOf", "problem", PRESENT)));
        }
        Caller who = current.get();
        ObjectNode what = json.createObjectNode()
                .put("format", format.suffix())
                .put("rows", ids.size())
                .set("filter", json.valueToTree(filter));
        trail.change(
                who,
                new Subject("export", kind.name(), who.unitCode()),
                "export",
                ImportReception.reason(reason),
                0,
                NullNode.getInstance(),
                what);
        ListFile.Selection selection = new ListFile.Selection(ids, current.scope(), language.get());
        String name = kind.title().in(language.get()) + " " + clock.today() + "." + format.suffix();
        StreamingOutput content = output -> file.write(format, selection, output);
        return Response.ok(content, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name))
                .build();
    }
}
