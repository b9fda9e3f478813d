// What catches the end of its own recursion goes on as if nothing had been.
function deeper(n) { try { return deeper(n + 1) + 1; } catch (end) { return deeper(n + 1); } }
deeper(0);
