package dev.brayer.image;

/// The media types of images, of OCI and of Docker before it.
final class MediaTypes {
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String LAYER = "application/vnd.oci.image.layer.v1.tar";
    static final String LAYER_GZIP = LAYER + "+gzip";
    static final String LAYER_ZSTD = LAYER + "+zstd";

    private static final String DOCKER_INDEX =
            "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String DOCKER_MANIFEST =
            "application/vnd.docker.distribution.manifest.v2+json";
    private static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";

    /// What a registry may answer with when a manifest is asked for.
    static final String ACCEPTED =
            INDEX + ", " + MANIFEST + ", " + DOCKER_INDEX + ", " + DOCKER_MANIFEST;

    private MediaTypes() {}

    static boolean isIndex(String mediaType) {
        return mediaType.equals(INDEX) || mediaType.equals(DOCKER_INDEX);
    }

    static boolean isManifest(String mediaType) {
        return mediaType.equals(MANIFEST) || mediaType.equals(DOCKER_MANIFEST);
    }

    /// The OCI name of a layer's type: the bytes are the same, only Docker's name may not stand in
    /// an OCI manifest.
    static String ociLayer(String mediaType) {
        return switch (mediaType) {
            case DOCKER_LAYER -> LAYER;
            case DOCKER_LAYER + ".gzip" -> LAYER_GZIP;
            case DOCKER_LAYER + ".zstd" -> LAYER_ZSTD;
            default -> mediaType;
        };
    }
}
