package org.zhaoshang.signing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhaoshang.bulk.ExportKind;
import org.zhaoshang.bulk.ListFile;
import org.zhaoshang.bulk.ListSheet;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.caller.RowScope;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.money.Money;
import org.zhaoshang.shared.sheet.Cell;
import org.zhaoshang.units.Units;

/** The list of signed projects as a file: the columns of the upload, then what all agreements together say. */
@Singleton
class SignedProjectExportKind implements ExportKind<SignedProjectLine> {
    private static final Text EXAMPLE = new Text("示例", "Example");
    private static final List<ListSheet.Beside<SignedProjectLine>> BESIDE = List.of(
            new ListSheet.Beside<>(
                    new Text("现协议类型", "Agreement today"),
                    (line, language) -> Cell.of(
                            line.mark().currentKind() == null
                                    ? null
                                    : line.mark().currentKind().label().in(language))),
            new ListSheet.Beside<>(
                    new Text("现协议总投资（万元）", "Agreed today (CNY 10,000)"),
                    (line, language) -> Cell.of(
                            line.mark().currentAmountYuan() == null
                                    ? null
                                    : line.mark().currentAmountYuan().divide(Money.WAN))),
            new ListSheet.Beside<>(
                    new Text("不计入考核", "Left out of the assessment"),
                    (line, language) -> Cell.of(
                            line.mark().exclusion() == null
                                    ? null
                                    : line.mark().exclusion().label().in(language))),
            new ListSheet.Beside<>(
                    new Text("备注", "Remark"),
                    (line, language) -> Cell.of(line.mark().example() ? EXAMPLE.in(language) : null)));

    private final SignedProjectList list;
    private final SignedProjects projects;
    private final SignedProjectForm form;
    private final SigningCodeNames codes;
    private final Units units;
    private final ObjectMapper json;

    SignedProjectExportKind(
            SignedProjectList list,
            SignedProjects projects,
            SignedProjectForm form,
            SigningCodeNames codes,
            Units units,
            ObjectMapper json) {
        this.list = list;
        this.projects = projects;
        this.form = form;
        this.codes = codes;
        this.units = units;
        this.json = json;
    }

    @Override
    public String name() {
        return "signed-projects";
    }

    @Override
    public Text title() {
        return SignedProjectSheet.TITLE;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.may(Permission.SIGNED_PROJECTS_READ);
    }

    @Override
    public Map<String, String> checked(Map<String, String> filter, Caller caller) {
        SignedProjectFilter asked = read(filter);
        list.check(asked, RowScope.of(caller));
        return asked.given();
    }

    @Override
    public List<UUID> ids(Map<String, String> filter, RowScope scope) {
        return list.ids(read(filter), scope);
    }

    @Override
    public ListFile<SignedProjectLine> file() {
        ListSheet<SignedProjectLine> sheet = new ListSheet<>(
                SignedProjectSheet.SHEET.template(codes),
                codes::label,
                line -> SignedProjectSheet.row(line.mark().code(), line.fields(), form.records(), units),
                BESIDE);
        return new ListFile<>(
                sheet,
                (ids, scope) -> projects.seenOf(ids, scope).stream()
                        .collect(Collectors.toMap(
                                SignedProject::id,
                                project -> new SignedProjectLine(SignedProjectMark.of(project), project.fields()))),
                json);
    }

    private static SignedProjectFilter read(Map<String, String> filter) {
        SignedProjectFilter asked = new SignedProjectFilter();
        asked.take(filter);
        return asked;
    }
}
