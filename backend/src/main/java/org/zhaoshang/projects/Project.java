package org.zhaoshang.projects;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.rules.Severity;
import org.zhaoshang.shared.steps.ReturnNotice;
import org.zhaoshang.shared.time.CityClock;

/**
 * A project of the reserve library. Its transitions are verbs that refuse with a reason; what a transition needs to know
 * beyond the project itself (open findings, open duplicates, deadlines) its caller has asked before.
 */
@Entity
@Table(name = "projects")
public class Project {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @Version
    private long version;

    private String code;

    @Enumerated(EnumType.STRING)
    private ProjectState state = ProjectState.DRAFT;

    @Embedded
    private ProjectFields fields;

    @Embedded
    private ProjectKeys keys;

    private int blocking;
    private int explaining;
    private boolean appraised;
    private boolean late;
    private boolean publiclyListed;
    private boolean example;
    private int submissions;
    private @Nullable Instant submittedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable UUID acceptedBy;
    private @Nullable Instant publishedAt;
    private @Nullable Instant reviewStartedAt;
    private @Nullable String reviewStartedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ReturnNotice returned;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Seen seenFields;

    /** In a record of its own: the fields themselves are embedded, and Hibernate nests no JSON inside embedded JSON. */
    record Seen(ProjectFields fields) {}

    private @Nullable String exitReason;
    private @Nullable String signedProject;
    private Instant createdAt;
    private String createdBy;
    private Instant updatedAt;
    private String updatedBy;

    @SuppressWarnings("NullAway.Init")
    protected Project() {}

    @SuppressWarnings("NullAway.Init") // the id comes with the first flush
    public Project(String code, ProjectFields fields, boolean example, Caller by, Instant at) {
        this.code = code;
        this.fields = fields;
        this.keys = ProjectKeys.of(code, fields);
        this.example = example;
        this.createdAt = at;
        this.createdBy = by.displayName();
        this.updatedAt = at;
        this.updatedBy = by.displayName();
    }

    public void revise(ProjectFields to, Caller by, Instant at) {
        this.fields = to;
        this.keys = ProjectKeys.of(code, to);
        touch(by, at);
    }

    /** Keeps how many findings are open, for lists and filters. */
    public void judged(List<Finding> findings) {
        boolean appraised =
                findings.stream().noneMatch(finding -> finding.rule().equals("V03"));
        this.blocking = (int)
                findings.stream().filter(f -> f.severity() == Severity.BLOCK).count();
        this.explaining = (int) findings.stream().filter(this::isUnexplained).count();
        this.appraised = appraised;
    }

    /** Whether this finding still asks for a word. */
    boolean isUnexplained(Finding finding) {
        return finding.severity() == Severity.EXPLAIN
                && fields.justifications().stream()
                        .noneMatch(given -> given.rule().equals(finding.rule())
                                && !given.text().isBlank());
    }

    public void submit(boolean late, Caller by, Instant at) {
        leave(Action.SUBMIT, ProjectState.SUBMITTED, by, at);
        // The first submission decides whether it was in time; a correction is not late.
        if (submissions == 0) {
            this.late = late;
            this.submittedAt = at;
        }
        submissions++;
        reviewStartedAt = null;
        reviewStartedBy = null;
    }

    public void recall(Caller by, Instant at) {
        if (reviewStartedAt != null) {
            throw refused(new Text("市商务局已开始审核，不能撤回；如需修改请联系退回", "Review has begun: ask the bureau to return it"));
        }
        leave(Action.RECALL, ProjectState.DRAFT, by, at);
    }

    public void beginReview(Caller by, Instant at) {
        if (state != ProjectState.SUBMITTED) {
            throw refused(new Text("只有已报送的项目可以审核", "Only a submitted project can be reviewed"));
        }
        if (reviewStartedAt == null) {
            reviewStartedAt = at;
            reviewStartedBy = by.displayName();
        }
    }

    public void sendBack(String reason, List<ReturnNotice.Remark> remarks, Caller by, Instant at) {
        leave(Action.RETURN, ProjectState.RETURNED, by, at);
        returned = new ReturnNotice(reason, List.copyOf(remarks), CityClock.local(at), by.displayName());
        seenFields = new Seen(fields);
    }

    /** Accepts; a correction of what the public sees goes straight back to being published. */
    public void accept(Caller by, Instant at) {
        leave(Action.ACCEPT, publiclyListed ? ProjectState.PUBLISHED : ProjectState.ACCEPTED, by, at);
        acceptedAt = at;
        acceptedBy = by.id();
        returned = null;
        seenFields = null;
        if (publiclyListed) {
            publishedAt = at;
        }
    }

    public void publish(Caller by, Instant at) {
        leave(Action.PUBLISH, ProjectState.PUBLISHED, by, at);
        publiclyListed = true;
        publishedAt = at;
    }

    public void unpublish(Caller by, Instant at) {
        leave(Action.UNPUBLISH, ProjectState.ACCEPTED, by, at);
        publiclyListed = false;
    }

    public void negotiate(Caller by, Instant at) {
        leave(Action.NEGOTIATE, ProjectState.NEGOTIATING, by, at);
    }

    public void sign(@Nullable String signedProject, Caller by, Instant at) {
        leave(Action.SIGN, ProjectState.SIGNED, by, at);
        this.signedProject = signedProject;
        publiclyListed = false;
    }

    public void withdraw(String reason, Caller by, Instant at) {
        leave(Action.WITHDRAW, ProjectState.WITHDRAWN, by, at);
        exitReason = reason;
        publiclyListed = false;
    }

    public void archive(String reason, Caller by, Instant at) {
        leave(Action.ARCHIVE, ProjectState.ARCHIVED, by, at);
        exitReason = reason;
        publiclyListed = false;
    }

    /** The same project goes on under another code: a verdict on duplicates, from any state in which it was reported. */
    public void mergeAway(String reason, Caller by, Instant at) {
        if (state == ProjectState.DRAFT || state == ProjectState.WITHDRAWN || state == ProjectState.ARCHIVED) {
            throw refused(new Text(
                    "项目目前为“" + state.label().zh() + "”，不能合并",
                    "The project is " + state.label().en() + ": it can not be merged"));
        }
        state = ProjectState.ARCHIVED;
        exitReason = reason;
        publiclyListed = false;
        touch(by, at);
    }

    public void reopen(Caller by, Instant at) {
        leave(Action.REOPEN, ProjectState.DRAFT, by, at);
        exitReason = null;
        returned = null;
        seenFields = null;
    }

    /** Null when every field may be edited; otherwise the pointers that the return reopened, with those tied to them. */
    public @Nullable Set<String> editablePointers() {
        if (state != ProjectState.RETURNED || returned == null) {
            return null;
        }
        Set<String> open = new HashSet<>();
        returned.fields().forEach(remark -> open.addAll(TiedFields.of(remark.pointer())));
        open.add("/justifications");
        return open;
    }

    /** Neither withdrawn nor archived: its name counts among its unit's. */
    public boolean isLive() {
        return state != ProjectState.WITHDRAWN && state != ProjectState.ARCHIVED;
    }

    public boolean mayBeDeleted() {
        return state == ProjectState.DRAFT && submissions == 0;
    }

    private void leave(Action action, ProjectState to, Caller by, Instant at) {
        if (!action.startsFrom(state)) {
            throw refused(new Text(
                    "项目目前为“" + state.label().zh() + "”，不能执行此操作",
                    "The project is " + state.label().en() + ": this can not be done now"));
        }
        state = to;
        touch(by, at);
    }

    private void touch(Caller by, Instant at) {
        updatedAt = at;
        updatedBy = by.displayName();
    }

    private static Problem refused(Text why) {
        return Problem.conflict(why, List.of(Finding.of("STATE", "", java.util.Map.of("problem", why))));
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public ProjectState state() {
        return state;
    }

    public ProjectFields fields() {
        return fields;
    }

    public ProjectKeys keys() {
        return keys;
    }

    public String unitCode() {
        return fields.unitCode();
    }

    public int callYear() {
        return fields.callYear();
    }

    int blocking() {
        return blocking;
    }

    int explaining() {
        return explaining;
    }

    boolean isAppraised() {
        return appraised;
    }

    public boolean isLate() {
        return late;
    }

    public boolean isPubliclyListed() {
        return publiclyListed;
    }

    public boolean isExample() {
        return example;
    }

    public int submissions() {
        return submissions;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<UUID> acceptedBy() {
        return Optional.ofNullable(acceptedBy);
    }

    public Optional<Instant> reviewStartedAt() {
        return Optional.ofNullable(reviewStartedAt);
    }

    public Optional<String> reviewStartedBy() {
        return Optional.ofNullable(reviewStartedBy);
    }

    public Optional<ReturnNotice> returned() {
        return Optional.ofNullable(returned);
    }

    /** The fields as the bureau last saw them, when it returned the project. */
    public Optional<ProjectFields> seenFields() {
        return Optional.ofNullable(seenFields).map(Seen::fields);
    }

    public Optional<String> exitReason() {
        return Optional.ofNullable(exitReason);
    }

    public Optional<String> signedProject() {
        return Optional.ofNullable(signedProject);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String updatedBy() {
        return updatedBy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Project project && Objects.equals(id, project.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }
}
