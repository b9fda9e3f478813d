package dev.brayer.image;

import dev.brayer.text.DiagnosticCode;
import dev.brayer.text.Outcome;

/// What can go wrong with images.
public enum ImageCode implements DiagnosticCode {
    BAD_REFERENCE(
            "image-bad-reference",
            Outcome.USAGE,
            "An image is named as `registry/repository:tag`, `registry/repository@sha256:…`, or, in a folder with the"
                    + " OCI image layout, as `oci:folder:name`. A folder is relative to the project's root."),
    BUILD_UNSUPPORTED(
            "image-build-unsupported",
            Outcome.USAGE,
            "`build:` with the name of a folder asks for a Dockerfile to be run, which needs an engine that brayer does"
                    + " not drive yet. What needs no engine is the map form: `build: { base: node, files: [{ from:"
                    + " services/web, to: /app }], entrypoint: [node, server.js] }`. An image that something else built"
                    + " is taken over with `from:`."),
    BASE_FAILED(
            "image-base-failed",
            Outcome.STAGE_FAILED,
            "The image is built on another one of this pipeline, and that one could not be built or fetched. What"
                    + " happened to it is said there."),
    BASE_CYCLE(
            "image-base-cycle",
            Outcome.USAGE,
            "An image cannot be its own base image, neither at once nor over others."),
    LAYOUT_IMAGE_MISSING(
            "image-not-in-layout",
            Outcome.USAGE,
            "The folder is an OCI image layout, or is not there, and has no image of this name. Names are the"
                    + " annotations `org.opencontainers.image.ref.name` in its index.json."),
    FILE_MISSING(
            "image-file-missing",
            Outcome.USAGE,
            "A file or folder that an image is built from is not in the project, or the patterns under `include` and"
                    + " `exclude` leave nothing of it."),
    FILE_UNUSABLE(
            "image-file-unusable",
            Outcome.USAGE,
            "An image is built from plain files, folders and symbolic links that stay inside the copied folder."
                    + " Sockets, devices, and links that lead out of it would mean something else in the image."),
    PLATFORM_MISSING(
            "image-platform-missing",
            Outcome.USAGE,
            "The base image does not exist for a platform that the image is built for."),
    NOT_FOUND(
            "image-not-found",
            Outcome.OUTSIDE,
            "The registry answered, and has no image of this name, or hides it from those who may not read it."),
    UNAUTHORIZED(
            "image-unauthorized",
            Outcome.OUTSIDE,
            "The registry wants other credentials, or the account may not do this. Credentials are read from Docker's"
                    + " config.json (`auths`, `credHelpers`, `credsStore`), which `docker login` and `skopeo login`"
                    + " write."),
    REGISTRY_UNREACHABLE(
            "image-registry-unreachable",
            Outcome.OUTSIDE,
            "No connection to the registry, or it did not answer in time. Plain HTTP is only spoken with localhost,"
                    + " 127.0.0.1 and [::1]."),
    REGISTRY_REFUSED(
            "image-registry-refused",
            Outcome.OUTSIDE,
            "The registry answered with an error that is neither about credentials nor about a missing image."),
    CONTENT_BROKEN(
            "image-content-broken",
            Outcome.OUTSIDE,
            "What a registry or a layout holds does not have the digest, the size or the form that it is said to have."
                    + " Nothing of it was used."),
    STORE_UNWRITABLE(
            "image-store-unwritable",
            Outcome.OUTSIDE,
            "The folder for images or for work files cannot be written: rights, a full disk, or a file in its place."),
    STOPPED(
            "image-stopped",
            Outcome.STAGE_FAILED,
            "The work on an image was stopped before it was done.");

    private final String id;
    private final Outcome outcome;
    private final String explanation;

    ImageCode(String id, Outcome outcome, String explanation) {
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
