var held = [];
while (true) { held.push(new Array(2000000).fill('x' + held.length)); }
