package dev.brayer.policy.coverage;

import dev.brayer.policy.ir.Condition;
import dev.brayer.policy.ir.Operand;

/// Whether a test could leave a condition open by leaving out a value.
final class Openness {
    private Openness() {}

    static boolean mayBeOpen(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare ->
                    mayBeMissing(compare.left()) || mayBeMissing(compare.right());
            case Condition.In in -> mayBeMissing(in.left());
            case Condition.Contains contains -> mayBeMissing(contains.value());
            case Condition.Matches matches -> mayBeMissing(matches.left());
            case Condition.Holds holds -> mayBeMissing(holds.operand());
            case Condition.Exists _ -> false;
            case Condition.Console _ -> false;
            case Condition.And _ -> false;
            case Condition.Or _ -> false;
            case Condition.Not _ -> false;
            case Condition.Quantified _ -> false;
            case Condition.Apply _ -> false;
        };
    }

    /// Only fields are sure to be: what a function makes of a missing value is its own affair.
    private static boolean mayBeMissing(Operand operand) {
        return switch (operand) {
            case Operand.Field _ -> true;
            case Operand.Member _ -> true;
            case Operand.Index _ -> true;
            case Operand.Read read -> !isEmptyWhenMissing(read) && mayBeMissing(read.source());
            case Operand.Fallback fallback -> mayBeMissing(fallback.otherwise());
            case Operand.Arithmetic arithmetic ->
                    mayBeMissing(arithmetic.left()) || mayBeMissing(arithmetic.right());
            case Operand.Constant _ -> false;
            case Operand.Fetch _ -> false;
            case Operand.Local _ -> false;
            case Operand.Variable _ -> false;
            case Operand.Known _ -> false;
            case Operand.Call _ -> false;
            case Operand.Method _ -> false;
            case Operand.ListOf _ -> false;
            case Operand.RangeOf _ -> false;
            case Operand.Judged _ -> false;
            case Operand.Apply _ -> false;
        };
    }

    private static boolean isEmptyWhenMissing(Operand.Read read) {
        return switch (read.reading()) {
            case LIST, MAP -> true;
            case QUANTITY, DATE -> false;
        };
    }
}
