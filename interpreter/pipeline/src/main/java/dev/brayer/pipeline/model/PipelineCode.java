package dev.brayer.pipeline.model;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// The diagnostics of projects, runs, destinations and snapshots.
public enum PipelineCode implements DiagnosticCode {
    NO_PROJECT(
            "pipeline-no-project",
            Outcome.USAGE,
            """
            Commands work on a project: the nearest folder upwards that holds a pipeline.yml. None was found. Change into \
            the project's folder, or name it with -C FOLDER.\
            """),
    WRONG_NAME(
            "pipeline-wrong-name",
            Outcome.USAGE,
            """
            Names of applications, images and stages become parts of image names, labels and file names. So they are \
            lower-case letters, digits and hyphens, begin with a letter and have at most 63 characters.\
            """),
    OUTSIDE_PROJECT(
            "pipeline-path-outside",
            Outcome.USAGE,
            """
            A path in a project file leads out of the git work tree (or, without git, out of the project). A project \
            reads and writes only there, so that cloning the repository is enough to run it.\
            """),
    UNKNOWN_KIND(
            "pipeline-unknown-kind",
            Outcome.USAGE,
            """
            The kind of a stage is its name, or stands behind kind:. Known are test, build, render, check, migrate, \
            deploy, wait, after and run. A stage with another name runs a command, which run: gives.\
            """),
    STAGE_TWICE(
            "pipeline-stage-twice",
            Outcome.USAGE,
            """
            Two stages have one name. The name identifies a stage in needs: and in what a run tells; give one of them \
            another name and its kind behind kind:.\
            """),
    UNKNOWN_STAGE(
            "pipeline-unknown-stage",
            Outcome.USAGE,
            """
            needs: names a stage that the pipeline does not have.\
            """),
    STAGE_CYCLE(
            "pipeline-stage-cycle",
            Outcome.USAGE,
            """
            Stages wait for each other in a circle, so none of them could ever start. The message shows the circle; take \
            one of the needs: in it away.\
            """),
    STAGE_ORDER(
            "pipeline-stage-order",
            Outcome.USAGE,
            """
            A stage stands where it cannot have what it works on: render needs the digests that build finds out, check \
            needs what render made, deploy needs what check judged, after needs a deployment. Without needs: a stage \
            waits for the one before it; with needs: these have to be named, directly or by way of others.\
            """),
    NOT_YET(
            "pipeline-not-yet",
            Outcome.USAGE,
            """
            The destinations of this version are directories. Stages of the kinds migrate and wait, and destinations of \
            the kinds kubernetes and git, are part of the language but cannot run yet.\
            """),
    UNKNOWN_FORMATION(
            "pipeline-unknown-formation",
            Outcome.USAGE,
            """
            No formation of the project has this name. formations: of pipeline.yml lists the formation files; the name \
            is what stands behind formation: in them.\
            """),
    FORMATION_TWICE(
            "pipeline-formation-twice",
            Outcome.USAGE,
            """
            Two formation files of the project declare one name. Snapshots, locks and labels go by that name.\
            """),
    OTHER_APPLICATION(
            "pipeline-other-application",
            Outcome.USAGE,
            """
            A formation says that it belongs to another application than the pipeline that lists it.\
            """),
    NO_DESTINATION(
            "pipeline-no-destination",
            Outcome.USAGE,
            """
            A formation that a deploy stage is to deploy does not say where it goes.\
            """),
    BASE(
            "pipeline-base",
            Outcome.USAGE,
            """
            `--base` names a commit whose objects are the previous versions, for `before` and `on removed` in policies. There \
            is no such commit, or (a warning) a formation cannot be rendered as it was there; rules that need the previous \
            version are then listed as not judged.\
            """),
    SCHEMA_MISSING(
            "pipeline-schema-missing",
            Outcome.USAGE,
            """
            `schemas:` names files or folders with CustomResourceDefinitions, from which fields of custom resources are known \
            before policies run. One of them is not there, or cannot be read.\
            """),
    WORKLOAD(
            "pipeline-workload",
            Outcome.USAGE,
            """
            `workloads:` lists custom kinds that have pods, so that `workload` means them too: `kind` is group and kind, and \
            either `template` leads to the pod template, or `pod` to the specification of the pods.\
            """),
    POLICY_MISSING(
            "policy-missing",
            Outcome.USAGE,
            """
            policies: names a file that cannot be read, a folder without policies, or something that the standard library \
            (std/…) does not have. Half the policies would be a silent pass, so nothing is judged.\
            """),
    POLICIES_NOT_MET(
            "pipeline-policies-not-met",
            Outcome.FINDINGS,
            """
            What would be deployed does not meet the policies. Without a stage of kind check everything is judged all the \
            same before anything is touched.\
            """),
    IMAGE_NO_TAG(
            "pipeline-image-no-tag",
            Outcome.USAGE,
            """
            plan --images TAG takes the images that an earlier run published under its tag, and one of them has no such \
            tag.\
            """),
    IMAGE_UNPUBLISHED(
            "pipeline-image-unpublished",
            Outcome.SUCCESS,
            """
            A word asks for an image that no run has published yet. Its digest is known only after it was built, so \
            check, render and diff leave the word open; a run builds the image first and has no open words.\
            """),
    STAGE_FAILED(
            "stage-failed",
            Outcome.STAGE_FAILED,
            """
            The command of a stage ended with another exit code than 0, more often than its retries allow. Stages that \
            need it are skipped and nothing behind it is touched.\
            """),
    STAGE_NOT_STARTED(
            "stage-not-started",
            Outcome.STAGE_FAILED,
            """
            The command of a stage could not be started at all, for instance because its workdir is not there.\
            """),
    STAGE_TIME_LIMIT(
            "stage-time-limit",
            Outcome.TIME_LIMIT,
            """
            A stage took longer than its timeout: allows (or the whole run longer than the pipeline's). Its command was \
            ended together with all processes that it had started.\
            """),
    STAGE_PREFLIGHT(
            "stage-preflight",
            Outcome.STAGE_FAILED,
            """
            A preflight check failed. All preflight checks are made before any stage starts, so nothing was done.\
            """),
    STAGE_PROBE(
            "stage-probe",
            Outcome.STAGE_FAILED,
            """
            The command of a stage succeeded but its probe did not, until the probe's time was up.\
            """),
    STAGE_DECLINED(
            "stage-declined",
            Outcome.STAGE_FAILED,
            """
            A stage asks a person before it starts, and the answer was no, or nobody was there to answer.\
            """),
    DESTINATION_FOREIGN(
            "destination-foreign",
            Outcome.USAGE,
            """
            The directory of a formation is not empty and brayer did not write it: the list of what brayer wrote \
            (.brayer-inventory) is missing. Nothing in it is touched. Name another directory, or empty this one.\
            """),
    DESTINATION_OTHER_OWNER(
            "destination-other-owner",
            Outcome.USAGE,
            """
            The directory of a formation was written for another application or formation, as its .brayer-inventory \
            says. Nothing in it is touched.\
            """),
    DESTINATION_FAILED(
            "destination-failed",
            Outcome.OUTSIDE,
            """
            The directory of a formation could not be read or written: the disk is full, access is refused, or something \
            else stands in the way. The new state is written beside the old one first, so the old one is whole.\
            """),
    DESTINATION_MODIFIED(
            "destination-modified",
            Outcome.SUCCESS,
            """
            A file that brayer wrote was changed or removed by hand since. The run puts back what the project says; \
            whoever wants the change has to make it in the stencil.\
            """),
    DESTINATION_RECOVERED(
            "destination-recovered",
            Outcome.SUCCESS,
            """
            A run was cut off while it exchanged the directory of a formation. This run found what was left and put the \
            state before that back, or finished the exchange if it had already happened.\
            """),
    FORMATION_BUSY(
            "formation-busy",
            Outcome.BUSY,
            """
            Another run works on the formation. Its lock is held by the operating system and ends with its process, so \
            there is never a stale one to remove: wait for the other run, or end it.\
            """),
    LOCK_FAILED(
            "formation-lock-failed",
            Outcome.OUTSIDE,
            """
            The lock file of a formation below .brayer/locks could not be opened or locked.\
            """),
    SNAPSHOT_RACED(
            "snapshot-raced",
            Outcome.BUSY,
            """
            Somebody else recorded a snapshot of the formation after this run had made its plan, so the plan is no longer \
            about what is deployed. Nothing was applied. Run again.\
            """),
    SNAPSHOT_FAILED(
            "snapshot-failed",
            Outcome.OUTSIDE,
            """
            The snapshot repository could not be opened, read or written.\
            """),
    SNAPSHOT_UNKNOWN(
            "snapshot-unknown",
            Outcome.USAGE,
            """
            The formation has no snapshot of this name. brayer history FORMATION lists them; the beginning of a name is \
            enough where it is unique.\
            """),
    SNAPSHOT_NOT_SUCCEEDED(
            "snapshot-not-succeeded",
            Outcome.USAGE,
            """
            Only a snapshot whose deployment succeeded can be brought back.\
            """),
    SNAPSHOT_IMAGE_GONE(
            "snapshot-image-gone",
            Outcome.OUTSIDE,
            """
            An image that the snapshot's manifests name is no longer in the registry, so they could not run.\
            """),
    STATE_FAILED(
            "pipeline-state-failed",
            Outcome.OUTSIDE,
            """
            A file below .brayer/ could not be written: the disk is full or access is refused.\
            """);

    private final String id;
    private final Outcome outcome;
    private final String explanation;

    PipelineCode(String id, Outcome outcome, String explanation) {
        this.id = id;
        this.outcome = outcome;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
