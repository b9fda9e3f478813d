// The script before changed prototypes; this one has its own.
$$.forEach(function ($) { console.log($.kind + ' ' + Object.keys($).length); });
