$$ = { items: [] };
