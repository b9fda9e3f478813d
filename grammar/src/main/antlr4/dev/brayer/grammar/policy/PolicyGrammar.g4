/*
 * The policy language. Every decision needs one token of look-ahead (a test proves it), so nothing is ambiguous and
 * an error is found at the very token that is wrong.
 *
 * Soft words make that possible in two ways. Operands and operators alternate strictly, so a word between two operands
 * is an operator and elsewhere a name. Only the words that stand before an operand, `not every any no`, could be both:
 * for these TokenReader looks at the neighbours and changes the type to NEGATION or QUANTIFIER where they are not names.
 */
grammar PolicyGrammar;

tokens { NEGATION, QUANTIFIER }

policyFile : item* EOF ;
loneExpression : expression EOF ;

item
    : IMPORT name (COMMA name)* FROM importSource                           # importItem
    | VAR name EQUAL expression                                             # variableItem
    | PARAM IDENT (COLON type)? (EQUAL expression)?                         # parameterItem
    | DEF IDENT LPAREN (formal (COMMA formal)*)? RPAREN EQUAL expression    # definitionItem
    | RULE name action selector? message? LBRACE expression RBRACE          # ruleItem
    | TEST name LBRACE testCase* RBRACE                                     # testItem
    ;

importSource
    : STRING                                                                # importFile
    | name ((SLASH | MINUS | DOT) name)*                                    # importLibrary
    ;

formal : IDENT (COLON type)? ;
type : name (OF type)? ;

action
    : ENSURE                                                                # ensureAction
    | WARN                                                                  # warnAction
    | SIGNOFF LPAREN symbol RPAREN                                          # signoffAction
    ;

selector : ON REMOVED? target (COMMA target)* (WHERE expression)? ;

target
    : WORKLOAD                                                              # workloadTarget
    | ANY                                                                   # anyTarget
    | STRING IDENT                                                          # quotedTarget
    | (IDENT | UNIT) targetPart*                                                   # kindTarget
    ;

// White space separates the group and version from the kind; the tree builder looks at it.
targetPart : IDENT | INTEGER | DECIMAL | UNIT | DOT | MINUS | SLASH ;

message : STRING | TEXT ;

testCase : testSetting* expectation ON testInput ;

testSetting
    : WITH name EQUAL expression                                            # withSetting
    | BEFORE testInput                                                      # beforeSetting
    ;

expectation
    : PASSES                                                                # passesExpectation
    | SKIPS                                                                 # skipsExpectation
    | FAILS failure (COMMA failure)*                                        # failsExpectation
    ;

failure
    : STRING (AT STRING)?                                                   # failureMessage
    | AT STRING                                                             # failurePath
    ;

testInput : TEXT | STRING ;

expression : conjunction ((OR | PIPE | PIPES) conjunction)* ;
conjunction : condition ((AND | AMPERSAND | AMPERSANDS) condition)* ;

condition
    : NEGATION condition                                                    # negation
    | QUANTIFIER IDENT (COMMA IDENT)? IN sum (WHERE expression)? COLON condition # quantified
    | comparison                                                            # plainCondition
    ;

comparison : sum (operator sum | EXISTS)? (ARROW CONSOLE)? ;

operator
    : EQUALS        # equalsOperator
    | EQUAL         # equalOperator
    | NOT_EQUAL     # notEqualOperator
    | LESS          # lessOperator
    | LESS_EQUAL    # lessEqualOperator
    | GREATER       # greaterOperator
    | GREATER_EQUAL # greaterEqualOperator
    | IN            # inOperator
    | NOT IN        # notInOperator
    | MATCHES       # matchesOperator
    ;

sum : product ((PLUS | MINUS) product)* ;
product : unary ((STAR | SLASH) unary)* ;

unary
    : MINUS unary                                                           # negative
    | fallback                                                              # plainUnary
    ;

fallback : postfix (DEFAULT postfix)* ;
postfix : primary trailer* ;

trailer
    : DOT word (LPAREN arguments? RPAREN)?                                  # memberTrailer
    | LBRACKET expression RBRACKET                                          # indexTrailer
    ;

primary
    : STRING                                                                # textPrimary
    | TEXT                                                                  # blockPrimary
    | INTEGER                                                               # integerPrimary
    | DECIMAL                                                               # decimalPrimary
    | TRUE                                                                  # truePrimary
    | FALSE                                                                 # falsePrimary
    | NULL                                                                  # nullPrimary
    | symbol                                                                # symbolPrimary
    | IDENT (LPAREN arguments? RPAREN)?                                     # namePrimary
    | softWord                                                              # softNamePrimary
    | LBRACKET arguments? RBRACKET                                          # listPrimary
    | LPAREN expression (RANGE expression)? RPAREN                          # groupPrimary
    ;

arguments : expression (COMMA expression)* ;
symbol : COLON word ;

name : IDENT | softWord ;
word : IDENT | softWord | AND | OR | IN | TRUE | FALSE | NULL ;

softWord
    : IMPORT | FROM | VAR | PARAM | DEF | OF | RULE | ENSURE | WARN | SIGNOFF | ON | REMOVED | WORKLOAD | ANY | WHERE
    | TEST | WITH | BEFORE | PASSES | SKIPS | FAILS | AT | EVERY | NO | NOT | DEFAULT | EXISTS | MATCHES | CONSOLE
    ;

// Reserved words.
AND : 'and' ;
OR : 'or' ;
IN : 'in' ;
TRUE : 'true' ;
FALSE : 'false' ;
NULL : 'null' ;

// Soft words.
IMPORT : 'import' ;
FROM : 'from' ;
VAR : 'var' ;
PARAM : 'param' ;
DEF : 'def' ;
OF : 'of' ;
RULE : 'rule' ;
ENSURE : 'ensure' ;
WARN : 'warn' ;
SIGNOFF : 'signoff' ;
ON : 'on' ;
REMOVED : 'removed' ;
WORKLOAD : 'workload' ;
ANY : 'any' ;
WHERE : 'where' ;
TEST : 'test' ;
WITH : 'with' ;
BEFORE : 'before' ;
PASSES : 'passes' ;
SKIPS : 'skips' ;
FAILS : 'fails' ;
AT : 'at' ;
EVERY : 'every' ;
NO : 'no' ;
NOT : 'not' ;
DEFAULT : 'default' ;
EXISTS : 'exists' ;
MATCHES : 'matches' ;
CONSOLE : 'console' ;

IDENT : [a-zA-Z_] [a-zA-Z0-9_]* ;
INTEGER : [0-9]+ ;
DECIMAL : [0-9]+ '.' [0-9]+ ;
// `1Gi`, `30s`, `50%`: an error in an expression, a part of a name such as `3scale.net` in a selector.
UNIT : [0-9]+ ('.' [0-9]+)? [a-zA-Z_%] [a-zA-Z0-9_%]* ;

// Raw: a backslash stays and keeps a quote from ending the string.
STRING : '"' ('\\' . | ~["\\])* '"' ;
TEXT : '"""' .*? '"""' ;
OPEN_STRING : '"' ('\\' . | ~["\\])* '\\'? ;
OPEN_TEXT : '"""' (~'"' | '"' ~'"' | '""' ~'"')* '"'? '"'? ;
SINGLE_QUOTED : '\'' ~['\r\n]* '\'' ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;
COMMA : ',' ;
COLON : ':' ;
DOT : '.' ;
RANGE : '..' ;
EQUALS : '==' ;
EQUAL : '=' ;
NOT_EQUAL : '!=' ;
LESS : '<' ;
LESS_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_EQUAL : '>=' ;
ARROW : '->' ;
AMPERSAND : '&' ;
AMPERSANDS : '&&' ;
PIPE : '|' ;
PIPES : '||' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;

COMMENT : ('//' ~[\r\n]* | '/*' .*? '*/') ;
OPEN_COMMENT : '/*' (~'*' | '*'+ ~[*/])* '*'* ;
SPACE : [ \t\r\n\uFEFF]+ -> skip ;
UNKNOWN : . ;
