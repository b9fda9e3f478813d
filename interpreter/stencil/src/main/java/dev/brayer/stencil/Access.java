package dev.brayer.stencil;

import java.util.List;

/// Who may deploy a formation and who may sign off a finding.
///
/// @param deploy roles or people; empty for everybody
/// @param signOff for each kind of sign-off, who can give it
public record Access(List<Written> deploy, List<SignOff> signOff) {
    /// Nothing is said.
    public static final Access OPEN = new Access(List.of(), List.of());

    /// Who can give one kind of sign-off.
    public record SignOff(Written kind, List<Written> people) {
        public SignOff {
            people = List.copyOf(people);
        }
    }

    public Access {
        deploy = List.copyOf(deploy);
        signOff = List.copyOf(signOff);
    }
}
