package dev.brayer.policy.lint;

import dev.brayer.grammar.policy.ParsedPolicy;
import dev.brayer.grammar.policy.PolicyParser;
import dev.brayer.text.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Mends what has a safe fix. A fix that would bring an error is left out.
public final class Fixer {
    /// One fix may make room for the next, such as `not not x` behind `… == false`.
    private static final int ROUNDS = 10;

    private final ToIntFunction<Source> errors;
    private int fixed;

    /// @param errors how many errors a version of the file has
    public Fixer(ToIntFunction<Source> errors) {
        this.errors = errors;
    }

    /// How often something was mended.
    public int fixed() {
        return fixed;
    }

    /// The mended file; the same object where nothing could be.
    public Source fix(Source file) {
        Source current = file;
        Set<String> refused = new HashSet<>();
        int known = errors.applyAsInt(file);
        for (int round = 0; round < ROUNDS; round++) {
            List<Remark> wanted = wanted(current, refused);
            if (wanted.isEmpty()) {
                return current;
            }
            Source next = applied(current, wanted);
            if (errors.applyAsInt(next) > known) {
                next = oneByOne(current, wanted, refused, known);
            } else {
                fixed += wanted.size();
            }
            current = next;
        }
        return current;
    }

    /// The remarks with a fix whose edits do not touch each other.
    private static List<Remark> wanted(Source source, Set<String> refused) {
        ParsedPolicy parsed = PolicyParser.parse(source);
        List<Remark> wanted = new ArrayList<>();
        if (parsed.hasErrors()) {
            return wanted;
        }
        for (Remark remark : Lints.look(parsed)) {
            if (!remark.fix().isEmpty()
                    && !refused.contains(key(remark))
                    && isApart(remark, wanted)) {
                wanted.add(remark);
            }
        }
        return wanted;
    }

    private static boolean isApart(Remark remark, List<Remark> others) {
        for (Remark other : others) {
            for (Edit mine : remark.fix()) {
                for (Edit theirs : other.fix()) {
                    if (mine.span().start() <= theirs.span().end()
                            && theirs.span().start() <= mine.span().end()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private Source oneByOne(Source source, List<Remark> wanted, Set<String> refused, int known) {
        for (Remark remark : wanted) {
            Source next = applied(source, List.of(remark));
            if (errors.applyAsInt(next) <= known) {
                fixed++;
                return next;
            }
            refused.add(key(remark));
        }
        return source;
    }

    private static String key(Remark remark) {
        return remark.lint().id() + " " + remark.place().text();
    }

    static Source applied(Source source, List<Remark> remarks) {
        List<Edit> edits = new ArrayList<>();
        for (Remark remark : remarks) {
            edits.addAll(remark.fix());
        }
        edits.sort((left, right) -> Integer.compare(left.span().start(), right.span().start()));
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Edit edit : edits) {
            text.append(source.text(), copied, edit.span().start()).append(edit.text());
            copied = edit.span().end();
        }
        text.append(source.text(), copied, source.text().length());
        return Source.of(source.name(), text.toString());
    }
}
