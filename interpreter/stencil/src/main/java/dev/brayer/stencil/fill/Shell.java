package dev.brayer.stencil.fill;

/// Guesses whether a text is a shell script, to say so when its words are taken for holes.
final class Shell {
    private static final String[] SIGNS = {
        "#!/", "$(", "echo ", "export ", "set -e", "; do", "; then", "&& ", "|| ", "\nfi", "\ndone",
        "exec ", "if [ "
    };

    private Shell() {}

    static boolean looksLike(String text) {
        for (String sign : SIGNS) {
            if (text.contains(sign)) {
                return true;
            }
        }
        return false;
    }
}
