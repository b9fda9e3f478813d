import('./helpers.js').then(function () { console.log('imported'); });
