package dev.brayer.cli;

/// Which brayer this is. Kept as a constant, because a properties file would have to be found and
/// parsed at each start; a test compares it with the pom.
final class Version {
    static final String NUMBER = "0.1.0";

    private Version() {}

    static String text() {
        return "brayer " + NUMBER + " (Java " + System.getProperty("java.version") + ")\n";
    }
}
