package dev.brayer.grammar.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.brayer.grammar.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/// What is true of the grammar itself.
final class GrammarTest {
    private static final String GRAMMAR =
            Golden.read(
                    Golden.root()
                            .resolve(
                                    "grammar/src/main/antlr4/dev/brayer/grammar/policy/PolicyGrammar.g4"));

    /// One token decides everywhere, so no text can be read in two ways, and the parser never needs
    /// ANTLR's adaptive prediction.
    @Test
    void oneTokenDecides() {
        ATN atn = PolicyGrammarParser._ATN;
        LL1Analyzer analyzer = new LL1Analyzer(atn);
        List<String> conflicts = new ArrayList<>();
        for (DecisionState decision : atn.decisionToState) {
            IntervalSet seen = new IntervalSet();
            for (IntervalSet alternative : analyzer.getDecisionLookahead(decision)) {
                assertNotNull(alternative, PolicyGrammarParser.ruleNames[decision.ruleIndex]);
                if (!seen.and(alternative).isNil()) {
                    conflicts.add(PolicyGrammarParser.ruleNames[decision.ruleIndex]);
                }
                seen.addAll(alternative);
            }
        }
        assertEquals(List.of(), conflicts);
    }

    @Test
    void theSpecificationNamesTheSameRules() {
        String specification = Golden.read(Golden.root().resolve("spec/language/grammar.md"));
        Set<String> specified = new TreeSet<>();
        Matcher matcher = Pattern.compile("(?m)^([a-z][A-Za-z]*)\\s+=").matcher(specification);
        while (matcher.find()) {
            specified.add(matcher.group(1));
        }
        assertEquals(new TreeSet<>(List.of(PolicyGrammarParser.ruleNames)), specified);
    }

    @Test
    void theSpecificationListsTheSameWords() {
        String specification = Golden.read(Golden.root().resolve("spec/language/lexical.md"));
        for (int type = PolicyGrammarParser.AND; type <= PolicyGrammarParser.CONSOLE; type++) {
            String word = PolicyGrammarParser.VOCABULARY.getLiteralName(type).replace("'", "`");
            assertEquals(true, specification.contains(word), word + " is missing in lexical.md");
        }
    }

    @Test
    void everyAlternativeIsLabelled() {
        String parserRules = GRAMMAR.substring(0, GRAMMAR.indexOf("// Reserved words."));
        for (String rule : parserRules.split(";\\R")) {
            boolean alternatives = Pattern.compile("(?m)^    \\|").matcher(rule).find();
            boolean words = rule.contains("softWord\n");
            if (alternatives && !words) {
                for (String line :
                        rule.lines().filter(each -> each.matches("    [:|].*")).toList()) {
                    assertFalse(!line.contains("#"), line);
                }
            }
        }
    }
}
