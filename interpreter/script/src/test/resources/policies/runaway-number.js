var number = 3n; while (true) { number = number * number; }
