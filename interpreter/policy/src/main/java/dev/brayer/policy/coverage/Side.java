package dev.brayer.policy.coverage;

/// One thing that can become of a part of a policy.
public enum Side {
    /// A selector took an object.
    MATCHED("matched", "matches no object"),
    /// A selector left an object out.
    SKIPPED("skipped", "skips no object"),
    /// `where` took an object or an element.
    SELECTED("selected", "selects nothing"),
    /// `where` left an object or an element out.
    LEFT_OUT("left-out", "leaves nothing out"),
    HOLDS("holds", "never holds"),
    FAILS("fails", "never fails"),
    OPEN("open", "is never open"),
    /// It alone made its `and` not hold, or its `or` hold.
    DECIDES("decides", "never decides alone"),
    /// The list of a quantifier was empty.
    NO_ELEMENT("no-element", "never meets an empty list"),
    ELEMENT_HOLDS("element-holds", "holds for no element"),
    ELEMENT_FAILS("element-fails", "fails for no element"),
    /// The value before `default` was missing.
    TAKEN("taken", "is never taken"),
    /// The value before `default` was there.
    NOT_TAKEN("not-taken", "is always taken"),
    /// A value was put into a message.
    SHOWN("shown", "is never shown"),
    CALLED("called", "is never called");

    private final String id;
    private final String gap;

    Side(String id, String gap) {
        this.id = id;
        this.gap = gap;
    }

    /// As in reports for programs.
    public String id() {
        return id;
    }

    /// What to say when no test did it, behind the name of the part.
    public String gap() {
        return gap;
    }
}
