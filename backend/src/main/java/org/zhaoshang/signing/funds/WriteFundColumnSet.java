package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.http.Problem;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.time.CityClock;

/** An office keeps its sets of columns; each change leaves its trail. */
@ApplicationScoped
class WriteFundColumnSet {
    /** More than an office keeps apart. */
    private static final int MOST = 50;

    private static final Text TAKEN =
            new Text("本单位已有同名的栏目方案，请换一个名称", "your office has a set of this name: choose another");
    private static final Text FULL = new Text(
            "本单位已有 " + MOST + " 个栏目方案，请先删除不再使用的", "Your office has " + MOST + " sets: delete one that is not used");
    private static final Text THE_BUREAUS =
            new Text("这是市商务局的公用方案，不能修改；请另存为本单位的方案", "A set of the bureau for all units: save it as one of your own");
    private static final Text NOT_FOR_ALL =
            new Text("只有市商务局可以提供公用方案，请去掉“供各单位使用”", "Only the bureau gives sets to all units");

    private final FundColumnSets sets;
    private final Trail trail;
    private final ObjectMapper json;
    private final CityClock clock;

    WriteFundColumnSet(FundColumnSets sets, Trail trail, ObjectMapper json, CityClock clock) {
        this.sets = sets;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Problem 400 for columns that can not be, 403 for one for all units by a unit, 409 for a name that is taken */
    @Transactional(Transactional.TxType.MANDATORY)
    FundColumnSet create(Caller who, FundColumnSetFields fields) {
        require(who, fields, null);
        FundColumnSet set = new FundColumnSet(fields, who, clock.now());
        sets.persistAndFlush(set);
        trail.change(who, subject(set), "create", null, set.version(), NullNode.getInstance(), document(set));
        return set;
    }

    /** @throws Problem as {@link #create}, and 403 for what is for all units and not the caller's */
    @Transactional(Transactional.TxType.MANDATORY)
    void revise(Caller who, FundColumnSet set, FundColumnSetFields fields) {
        requireOwn(who, set);
        require(who, fields, set.id());
        if (fields.equals(set.fields())) {
            return;
        }
        JsonNode before = document(set);
        set.revise(fields, who, clock.now());
        sets.flush();
        trail.change(who, subject(set), "update", null, set.version(), before, document(set));
    }

    /** @throws Problem 403 for what is for all units and not the caller's */
    @Transactional(Transactional.TxType.MANDATORY)
    void delete(Caller who, FundColumnSet set) {
        requireOwn(who, set);
        trail.change(who, subject(set), "delete", null, set.version() + 1, document(set), NullNode.getInstance());
        sets.delete(set);
    }

    /** Who sees it may take it; who is of its office may also change it. */
    static boolean isOwn(Caller who, FundColumnSet set) {
        return set.isOf(who) && (who.may(Permission.RECEIPTS_WRITE) || who.may(Permission.RECEIPTS_REVIEW));
    }

    private static void requireOwn(Caller who, FundColumnSet set) {
        if (!isOwn(who, set)) {
            throw Problem.forbidden(THE_BUREAUS);
        }
    }

    private void require(Caller who, FundColumnSetFields fields, @Nullable UUID except) {
        List<Finding> refused = FundColumnSetRules.refused(fields);
        if (!refused.isEmpty()) {
            throw Problem.badRequest(refused);
        }
        if (fields.common() && who.unitCode() != null) {
            throw Problem.forbidden(NOT_FOR_ALL);
        }
        List<String> names = sets.names(who, except);
        if (names.contains(fields.name().toLowerCase(Locale.ROOT))) {
            throw Problem.conflict(
                    TAKEN,
                    List.of(Finding.of(
                            "FORMAT",
                            "/name",
                            Map.of(
                                    "label",
                                    FundColumnSetRules.FORM.field("name").label(),
                                    "problem",
                                    TAKEN))));
        }
        if (except == null && names.size() >= MOST) {
            throw Problem.conflict(FULL);
        }
    }

    private static Subject subject(FundColumnSet set) {
        return new Subject(
                "fund-column-set", set.id().toString(), set.unitCode().orElse(null));
    }

    private JsonNode document(FundColumnSet set) {
        return json.valueToTree(set.fields());
    }
}
