/*
 * Holes in stencils. Scanning starts at a `$` that may begin a hole and ends behind the first piece, so that the text
 * around costs nothing.
 */
grammar PlaceholderGrammar;

piece
    : ESCAPE                                                                # escape
    | OPEN WORD CLOSE                                                       # hole
    ;

ESCAPE : '$${' ;
OPEN : '${' ;
CLOSE : '}' ;
WORD : [a-zA-Z_] [a-zA-Z0-9_-]* ;
OTHER : . ;
