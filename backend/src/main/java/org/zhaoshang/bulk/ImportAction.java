package org.zhaoshang.bulk;

import java.util.Locale;
import java.util.Optional;
import org.zhaoshang.shared.language.Text;

/** What can be done with an import, and why not yet or no more. */
enum ImportAction {
    APPLY {
        @Override
        Optional<Text> refusal(Import of, Followers followers) {
            if (!of.isDryRun()) {
                return Optional.of(new Text("只有试导入的结果可以正式导入", "Only a dry run can be applied"));
            }
            if (of.state() != ImportState.COMPLETED) {
                return Optional.of(new Text("试导入还没有完成", "The dry run is not complete"));
            }
            return followers.applied() ? Optional.of(new Text("已经正式导入过", "It was applied already")) : Optional.empty();
        }
    },
    REVERT {
        @Override
        Optional<Text> refusal(Import of, Followers followers) {
            if (of.isDryRun() || of.revertsImport().isPresent() || of.state() != ImportState.COMPLETED) {
                return Optional.of(new Text("没有可撤销的导入", "There is nothing to undo"));
            }
            return followers.reverted() ? Optional.of(new Text("已经撤销过", "It was undone already")) : Optional.empty();
        }
    },
    CANCEL {
        @Override
        Optional<Text> refusal(Import of, Followers followers) {
            return of.state().isOver()
                    ? Optional.of(new Text(
                            "导入" + of.state().label().zh() + "，不能取消",
                            "The import is " + of.state().label().en() + ": it can not be cancelled"))
                    : Optional.empty();
        }
    };

    /** Whether another import carries out the plan, or undoes what was done. */
    record Followers(boolean applied, boolean reverted) {}

    abstract Optional<Text> refusal(Import of, Followers followers);

    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}
